namespace IoctlSharp.Iommu;

/// <summary>What stands before each event.</summary>
[KernelStruct("iommufd_vevent_header", Header = "linux/iommufd.h")]
[Since("7.2")]
public partial struct IommufdVeventHeader
{
    /// <summary>What it says.</summary>
    public IommuVeventqFlags Flags;

    /// <summary>The number of the event: a step of more than one tells of lost events. 0 follows 0x7fffffff.</summary>
    public uint Sequence;
}

namespace IoctlSharp.Vfio;

/// <summary>The internal path of a zPCI function (s390): its bytes stand behind it.</summary>
[KernelStruct("vfio_device_info_cap_zpci_pfip", Header = "linux/vfio_zdev.h"), Tail("pfip", typeof(byte))]
public partial struct VfioDeviceInfoCapZpciPfip
{
    /// <summary>The capability's header.</summary>
    public VfioInfoCapHeader Header;

    /// <summary>The length in bytes.</summary>
    [TailCount] public uint Size;
}

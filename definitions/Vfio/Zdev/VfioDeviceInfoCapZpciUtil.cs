namespace IoctlSharp.Vfio;

/// <summary>The utility string of a zPCI function (s390): its bytes stand behind it.</summary>
[KernelStruct("vfio_device_info_cap_zpci_util", Header = "linux/vfio_zdev.h"), Tail("util_str", typeof(byte))]
public partial struct VfioDeviceInfoCapZpciUtil
{
    /// <summary>The capability's header.</summary>
    public VfioInfoCapHeader Header;

    /// <summary>The length in bytes.</summary>
    [TailCount] public uint Size;
}

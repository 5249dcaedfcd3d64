namespace IoctlSharp.Calls.Tests.Live;

[KernelStruct("uffdio_api", Header = "linux/userfaultfd.h")]
public partial struct UffdioApi
{
    public ulong Api;
    public ulong Features;
    public ulong Ioctls;
}

[IoctlGroup((byte)0xaa, Header = "linux/userfaultfd.h")]
public static partial class UserfaultIoctls
{
    [Ioctl(IoctlMacro.IO, 0x00, Name = "USERFAULTFD_IOC_NEW")]
    public static partial DeviceFile CreateUserfault(this DeviceFile factory, int flags);

    [Ioctl(IoctlMacro.IOWR, 0x3f, Name = "UFFDIO_API")]
    public static partial void Negotiate(this DeviceFile userfault, ref UffdioApi api);

    [Ioctl(IoctlMacro.IOWR, 0x3f, Name = "UFFDIO_API")]
    public static partial Errno TryNegotiate(this DeviceFile userfault, ref UffdioApi api);
}

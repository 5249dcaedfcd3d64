using IoctlSharp;

namespace Demo
{
    [KernelStruct("ifreq_like")]
    public partial struct Request
    {
        public ulong Name;
        public short Flags;
    }

    [IoctlGroup('T', Header = "linux/if_tun.h"), Since("6.2")]
    public static partial class TunIoctls
    {
        [Ioctl(IoctlMacro.IOW, 202, Name = "TUNSETIFF", MacroType = typeof(int))]
        [FailsWith(Errno.EBUSY, "the device has a \"name\" & an owner"), FailsWith(Errno.EPERM, "it needs CAP_NET_ADMIN")]
        public static partial void SetInterface(int fd, in Request request);

        [Ioctl(IoctlMacro.IOR, 114, Name = "DEMO_LONG", MacroType = typeof(nuint))]
        public static partial void Long(int fd, out ulong size);

        [Ioctl(IoctlMacro.IOW, 202, Name = "TUNSETIFF", MacroType = typeof(int)), Since("6.12")]
        public static partial Errno TrySetInterface(int fd, in Request request);

        [Ioctl(IoctlMacro.IOW, 203, Name = "DEMO_STRUCT"), Since("6.12")]
        public static partial Errno TrySet(int fd, in Request request);
    }

    [IoctlGroup]
    public static partial class LegacyIoctls
    {
        [Ioctl(Number = 0x541B, NumberOnPowerPC = 0x4004667F, NumberOnMips = 0x467F, NumberOnSparc = 0x4004667F, Name = "FIONREAD")]
        public static partial void GetReadable(int fd, out int count);
    }
}

using System;

namespace IoctlSharp.Calls.Tests.Live;

[Flags, KernelConstants("IFF_", Header = "linux/if_tun.h")]
public enum TunFlags : short
{
    Tun = 1,
    Tap = 2,
    NoPi = 0x1000,
}

// The arm of ifreq's union that these commands use; the union is 24 bytes long on 64-bit machines.
[KernelStruct("ifreq", Header = "linux/if.h")]
public partial struct InterfaceRequest
{
    [CString, CName("ifr_name")] private unsafe fixed byte _name[16];
    [CName("ifr_flags")] public TunFlags Flags;
    [Reserved] private unsafe fixed byte _rest[22];
}

[IoctlGroup('T', Header = "linux/if_tun.h")]
public static partial class TunIoctls
{
    [Ioctl(IoctlMacro.IOW, 202, Name = "TUNSETIFF", MacroType = typeof(int))]
    public static partial void SetInterface(this DeviceFile tunnel, ref InterfaceRequest request);

    [Ioctl(IoctlMacro.IOR, 210, Name = "TUNGETIFF", MacroType = typeof(uint))]
    public static partial InterfaceRequest GetInterface(this DeviceFile tunnel);

    [Ioctl(IoctlMacro.IOR, 207, Name = "TUNGETFEATURES")]
    public static partial void GetFeatures(this DeviceFile tunnel, out uint features);
}

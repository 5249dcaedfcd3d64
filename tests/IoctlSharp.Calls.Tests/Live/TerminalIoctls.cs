namespace IoctlSharp.Calls.Tests.Live;

[KernelStruct("winsize", Header = "asm-generic/termios.h")]
public partial struct WindowSize
{
    [CName("ws_row")] public ushort Row;
    [CName("ws_col")] public ushort Col;
    [CName("ws_xpixel")] public ushort Width;
    [CName("ws_ypixel")] public ushort Height;
}

[IoctlGroup('T', Header = "asm-generic/ioctls.h")]
public static partial class TerminalIoctls
{
    [Ioctl(Name = "FIONREAD", Number = 0x541b, NumberOnPowerPC = 0x4004667f, NumberOnMips = 0x467f, NumberOnSparc = 0x4004667f)]
    public static partial void GetReadable(this DeviceFile file, out int bytes);

    [Ioctl(Name = "TIOCGWINSZ", Number = 0x5413, NumberOnPowerPC = 0x40087468, NumberOnMips = 0x40087468, NumberOnSparc = 0x40085468)]
    public static partial WindowSize GetWindowSize(this DeviceFile terminal);

    [Ioctl(Name = "TIOCSWINSZ", Number = 0x5414, NumberOnPowerPC = 0x80087467, NumberOnMips = 0x80087467, NumberOnSparc = 0x80085467)]
    public static partial void SetWindowSize(this DeviceFile terminal, in WindowSize size);

    [Ioctl(IoctlMacro.IOW, 0x31, Name = "TIOCSPTLCK")]
    public static partial void SetLock(this DeviceFile master, in int locked);

    [Ioctl(IoctlMacro.IO, 0x41, Name = "TIOCGPTPEER")]
    public static partial DeviceFile OpenPeer(this DeviceFile master, int flags);
}

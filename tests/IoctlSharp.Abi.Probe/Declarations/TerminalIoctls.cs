namespace IoctlSharp.Abi.Probe.Declarations;

/// <summary>Commands that every architecture has, with numbers of each kind: by macro and by tradition.</summary>
[IoctlGroup('T', Header = "asm-generic/ioctls.h")]
internal static partial class TerminalIoctls
{
    [Ioctl(IoctlMacro.IOR, 0x30, Name = "TIOCGPTN")]
    public static partial void GetNumber(this Terminal master, out uint number);

    [Ioctl(IoctlMacro.IOW, 0x31, Name = "TIOCSPTLCK")]
    public static partial void SetLock(this Terminal master, in int locked);

    [Ioctl(Name = "TIOCGWINSZ", Number = 0x5413, NumberOnPowerPC = 0x40087468, NumberOnMips = 0x40087468, NumberOnSparc = 0x40085468)]
    public static partial WindowSize GetWindowSize(this Terminal terminal);

    [Ioctl(Name = "TIOCSWINSZ", Number = 0x5414, NumberOnPowerPC = 0x80087467, NumberOnMips = 0x80087467, NumberOnSparc = 0x80085467)]
    public static partial void SetWindowSize(this Terminal terminal, in WindowSize size);

    [Ioctl(Name = "FIONREAD", Number = 0x541B, NumberOnPowerPC = 0x4004667F, NumberOnMips = 0x467F, NumberOnSparc = 0x4004667F)]
    public static partial void GetReadable(this Terminal terminal, out int count);
}

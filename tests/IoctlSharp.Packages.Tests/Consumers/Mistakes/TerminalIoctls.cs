using IoctlSharp;

namespace Mistakes;

/// <summary>Ioctls that cannot work.</summary>
[IoctlGroup('T', Header = "asm-generic/ioctls.h")]
public static partial class TerminalIoctls
{
    /// <summary>Right on most machines, another command on POWER, MIPS and SPARC.</summary>
    [Ioctl(Name = "FIONREAD", Number = 0x541B)]
    public static partial void GetReadable(int fd, out int count);

    /// <summary>A 64-bit integer where the kernel takes a register.</summary>
    [Ioctl(IoctlMacro.IO, 0x41, Name = "TIOCGPTPEER")]
    public static partial int OpenPeer(int fd, long modes);
}

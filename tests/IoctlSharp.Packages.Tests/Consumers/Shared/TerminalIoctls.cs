using IoctlSharp;
using Microsoft.Win32.SafeHandles;

namespace Terminals
{
    /// <summary>Ioctls of terminals.</summary>
    [IoctlGroup('T', Header = "asm-generic/ioctls.h")]
    public static partial class TerminalIoctls
    {
        /// <summary>The number of the pseudo terminal: N of <c>/dev/pts/N</c>.</summary>
        [Ioctl(IoctlMacro.IOR, 0x30, Name = "TIOCGPTN")]
        public static partial void GetNumber(this Terminal master, out uint number);

        /// <summary>Locks the other end, so that it cannot be opened, or unlocks it.</summary>
        [Ioctl(IoctlMacro.IOW, 0x31, Name = "TIOCSPTLCK")]
        public static partial void SetLock(this Terminal master, in int locked);

        /// <summary>Opens the other end.</summary>
        [Ioctl(IoctlMacro.IO, 0x41, Name = "TIOCGPTPEER")]
        [FailsWith(Errno.EIO, "the other end is locked: SetLock first")]
        public static partial Terminal OpenPeer(this Terminal master, OpenModes modes);

        /// <summary>The size of the window.</summary>
        [Ioctl(Name = "TIOCGWINSZ", Number = 0x5413, NumberOnPowerPC = 0x40087468, NumberOnMips = 0x40087468, NumberOnSparc = 0x40085468)]
        public static partial WindowSize GetWindowSize(this Terminal terminal);

        /// <summary>Sets the size of the window.</summary>
        [Ioctl(Name = "TIOCSWINSZ", Number = 0x5414, NumberOnPowerPC = 0x80087467, NumberOnMips = 0x80087467, NumberOnSparc = 0x80085467)]
        public static partial void SetWindowSize(this Terminal terminal, in WindowSize size);

        /// <summary>How many bytes can be read, of any handle that there is.</summary>
        [Ioctl(Name = "FIONREAD", Number = 0x541B, NumberOnPowerPC = 0x4004667F, NumberOnMips = 0x467F, NumberOnSparc = 0x4004667F)]
        public static partial void GetReadable(this SafeFileHandle file, out int count);

        /// <summary>As <see cref="GetReadable"/>, of a file descriptor, and never throws.</summary>
        [Ioctl(Name = "FIONREAD", Number = 0x541B, NumberOnPowerPC = 0x4004667F, NumberOnMips = 0x467F, NumberOnSparc = 0x4004667F)]
        public static partial Errno TryGetReadable(int fd, out int count);
    }
}

using System;
using IoctlSharp;

namespace Terminals
{
    /// <summary>A pseudo terminal: its master end, or the end that a program sees.</summary>
    public sealed class Terminal : DeviceHandle
    {
        /// <summary>Adopts a file descriptor.</summary>
        /// <param name="fd">The descriptor.</param>
        /// <param name="ownsHandle">Whether closing this closes it.</param>
        public Terminal(IntPtr fd, bool ownsHandle)
            : base(fd, ownsHandle)
        {
        }

        /// <summary>Opens a terminal.</summary>
        /// <param name="path">Its file.</param>
        public Terminal(string path)
            : base(path)
        {
        }
    }
}

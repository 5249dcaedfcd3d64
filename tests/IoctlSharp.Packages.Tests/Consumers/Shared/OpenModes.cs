using System;
using IoctlSharp;

namespace Terminals
{
    /// <summary>How a file is opened.</summary>
    [Flags]
    [KernelConstants("O_", Header = "asm-generic/fcntl.h")]
    public enum OpenModes
    {
        /// <summary>For reading and writing.</summary>
        [CName("O_RDWR")]
        ReadWrite = 2,

        /// <summary>It does not become the terminal of the process.</summary>
        [CName("O_NOCTTY")]
        NotControlling = 0x100,
    }
}

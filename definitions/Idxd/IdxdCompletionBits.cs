using System;

namespace IoctlSharp.Idxd;

/// <summary>The parts of a status byte.</summary>
[Flags]
[KernelConstants("DSA_COMP_STATUS_", Header = "linux/idxd.h")]
public enum IdxdCompletionBits : byte
{
    /// <summary>The status.</summary>
    [CName("DSA_COMP_STATUS_MASK")]
    StatusMask = 0x7f,

    /// <summary>The fault was at a write.</summary>
    Write = 0x80,
}

using System;

namespace IoctlSharp.Calls.Tests.Declarations;

[Flags, KernelConstants("MODE_")]
public enum Modes : uint
{
    None = 0,
    Read = 1u << 0,
    Write = 1u << 1,
    Fixed = 1u << 4,
}

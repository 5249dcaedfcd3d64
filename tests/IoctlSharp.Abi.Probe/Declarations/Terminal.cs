using System;

namespace IoctlSharp.Abi.Probe.Declarations;

/// <summary>A terminal, or either side of a pseudo terminal.</summary>
internal sealed class Terminal : DeviceHandle
{
    public Terminal(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }

    public Terminal(string path) : base(path) { }
}

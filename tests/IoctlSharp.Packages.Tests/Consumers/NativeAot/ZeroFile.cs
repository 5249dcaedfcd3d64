using System;
using IoctlSharp;

/// <summary>Memory that can be mapped like registers.</summary>
internal sealed class ZeroFile : DeviceHandle
{
    public ZeroFile()
        : base("/dev/zero")
    {
    }
}

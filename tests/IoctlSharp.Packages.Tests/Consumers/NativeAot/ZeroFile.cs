using System;
using IoctlSharp;

/// <summary>Memory that can be mapped like registers.</summary>
public sealed class ZeroFile : DeviceHandle
{
    public ZeroFile()
        : base("/dev/zero")
    {
    }
}

using System;

namespace IoctlSharp.Benchmarks;

/// <summary>A typed handle.</summary>
public sealed class BenchmarkDevice : DeviceHandle
{
    public BenchmarkDevice(IntPtr fd, bool ownsHandle)
        : base(fd, ownsHandle)
    {
    }
}

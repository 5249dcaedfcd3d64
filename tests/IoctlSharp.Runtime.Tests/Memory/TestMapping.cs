using System;
using System.IO;
using System.Threading;

namespace IoctlSharp.Runtime.Tests.Memory;

/// <summary>A mapping without an IOMMU.</summary>
internal sealed class TestMapping : DmaMapping
{
    private int _unmappings;

    public TestMapping(DmaBuffer buffer, ulong iova, bool failMap = false)
        : base(buffer, iova)
    {
        if (!failMap)
            return;
        Abandon();
        throw new IOException("The kernel refused the mapping.");
    }

    public TestMapping(DmaBuffer buffer, ulong iova, ulong offset, ulong size)
        : base(buffer, iova, offset, size)
    {
    }

    public int Unmappings => _unmappings;

    public Exception? Failure { get; set; }

    public ulong? Unmapped { get; set; }

    protected override ulong Unmap()
    {
        Interlocked.Increment(ref _unmappings);
        return Failure is null ? Unmapped ?? Size : throw Failure;
    }
}

using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Memory;

public sealed class DmaMappingTests
{
    private static readonly ulong s_page = (ulong)Environment.SystemPageSize;

    [Fact]
    public void A_mapped_buffer_is_not_freed_until_it_is_unmapped()
    {
        var buffer = new DmaBuffer(s_page);
        ulong address = buffer.Address.Value;
        var mapping = new TestMapping(buffer, 0x10000);
        (mapping.Iova, mapping.Offset, mapping.Size).ShouldBe((0x10000ul, 0ul, s_page));
        buffer.Dispose();
        ProcFile.IsDmaMemory(address).ShouldBeTrue();
        mapping.Dispose();
        ProcFile.IsDmaMemory(address).ShouldBeFalse();
        mapping.Dispose();
        mapping.Unmappings.ShouldBe(1);
        mapping.ToString().ShouldBe($"TestMapping (0x10000, {s_page} bytes, unmapped)");
    }

    [Fact]
    public void The_last_of_several_mappings_frees()
    {
        var buffer = new DmaBuffer(2 * s_page);
        ulong address = buffer.Address.Value;
        var whole = new TestMapping(buffer, 0);
        var part = new TestMapping(buffer, 1 << 20, s_page, s_page);
        buffer.Dispose();
        whole.Dispose();
        ProcFile.IsDmaMemory(address).ShouldBeTrue();
        part.Dispose();
        ProcFile.IsDmaMemory(address).ShouldBeFalse();
    }

    [Fact]
    public void A_failed_unmap_leaves_the_mapping_as_it_was()
    {
        var buffer = new DmaBuffer(s_page);
        ulong address = buffer.Address.Value;
        var mapping = new TestMapping(buffer, 0) { Failure = new IOException("EBUSY") };
        buffer.Dispose();
        Should.Throw<IOException>(mapping.Dispose).Message.ShouldBe("EBUSY");
        ProcFile.IsDmaMemory(address).ShouldBeTrue();
        mapping.Failure = null;
        mapping.Dispose();
        ProcFile.IsDmaMemory(address).ShouldBeFalse();
        mapping.Unmappings.ShouldBe(2);
    }

    [Theory]
    [InlineData(0ul)]
    [InlineData(4096ul)]
    public void Memory_that_was_not_wholly_unmapped_is_kept(ulong unmapped)
    {
        var buffer = new DmaBuffer(4 * s_page);
        ulong address = buffer.Address.Value;
        var mapping = new TestMapping(buffer, 0x2000) { Unmapped = unmapped };
        buffer.Dispose();
        string message = Should.Throw<IOException>(mapping.Dispose).Message;
        message.ShouldContain($"{unmapped} bytes at I/O address 0x2000 where {4 * s_page}");
        ProcFile.IsDmaMemory(address).ShouldBeTrue();
        mapping.Dispose();
        mapping.Unmappings.ShouldBe(1);
    }

    [Fact]
    public void A_map_call_that_failed_lets_go()
    {
        var buffer = new DmaBuffer(s_page);
        ulong address = buffer.Address.Value;
        Should.Throw<IOException>(() => new TestMapping(buffer, 0, failMap: true));
        buffer.Dispose();
        ProcFile.IsDmaMemory(address).ShouldBeFalse();
    }

    [Fact]
    public void Memory_of_a_forgotten_mapping_is_kept()
    {
        // The device may still write to it: freeing it would let the device write into whatever comes next.
        ulong address = Forget();
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        ProcFile.IsDmaMemory(address).ShouldBeTrue();

        [MethodImpl(MethodImplOptions.NoInlining)]
        static ulong Forget()
        {
            var buffer = new DmaBuffer(s_page);
            _ = new TestMapping(buffer, 0);
            return buffer.Address.Value;
        }
    }

    [Fact]
    public void Many_disposers_unmap_once()
    {
        using var buffer = new DmaBuffer(s_page);
        var mapping = new TestMapping(buffer, 0);
        var threads = new Thread[8];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(mapping.Dispose);
            threads[i].Start();
        }

        foreach (Thread thread in threads)
            thread.Join();
        mapping.Unmappings.ShouldBe(1);
        bool held = false;
        buffer.DangerousAddRef(ref held); // one reference too few would have freed it
        buffer.DangerousRelease();
    }

    [Fact]
    public void Misuse_is_refused()
    {
        var buffer = new DmaBuffer(2 * s_page);
        Should.Throw<ArgumentNullException>(() => new TestMapping(null!, 0)).ParamName.ShouldBe("buffer");
        Should.Throw<ArgumentOutOfRangeException>(() => new TestMapping(buffer, 0, 0, 0)).ParamName.ShouldBe("size");
        Should.Throw<ArgumentOutOfRangeException>(() => new TestMapping(buffer, 0, s_page, 2 * s_page)).ParamName.ShouldBe("size");
        Should.Throw<ArgumentOutOfRangeException>(() => new TestMapping(buffer, 0, ulong.MaxValue, 2)).ParamName.ShouldBe("size");
        Should.Throw<ArgumentOutOfRangeException>(() => new TestMapping(buffer, 0 - s_page)).ParamName.ShouldBe("iova");
        new TestMapping(buffer, 0 - (2 * s_page)).Dispose(); // the last pages there are
        buffer.Dispose();
        Should.Throw<ObjectDisposedException>(() => new TestMapping(buffer, 0));
    }
}

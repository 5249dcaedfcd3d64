using System;
using System.IO;
using System.Linq;
using System.Threading;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Memory;

public sealed class MappedRegionTests
{
    private const int Length = 4096;

    [Fact]
    public void Every_width_is_read_in_either_byte_order()
    {
        using TestFile file = TestFile.Memory(Length);
        file.WriteExactly([0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08], 8);
        using MappedRegion little = file.Map(0, Length);
        using MappedRegion big = file.Map(0, Length, byteOrder: ByteOrder.BigEndian);
        using MappedRegion native = file.Map(0, Length, byteOrder: ByteOrder.Native);

        little.ByteOrder.ShouldBe(ByteOrder.LittleEndian);
        (little.Read8(9), big.Read8(9)).ShouldBe(((byte)2, (byte)2));
        (little.Read16(8), big.Read16(8)).ShouldBe(((ushort)0x0201, (ushort)0x0102));
        (little.Read32(8), big.Read32(8)).ShouldBe((0x04030201u, 0x01020304u));
        (little.Read64(8), big.Read64(8)).ShouldBe((0x0807060504030201ul, 0x0102030405060708ul));
        native.Read32(8).ShouldBe(BitConverter.IsLittleEndian ? 0x04030201u : 0x01020304u);
    }

    [Fact]
    public void Every_width_is_written_in_either_byte_order_and_nothing_beside_it()
    {
        using TestFile file = TestFile.Memory(Length);
        using MappedRegion little = file.Map(0, Length);
        using MappedRegion big = file.Map(0, Length, byteOrder: ByteOrder.BigEndian);
        little.Write8(0, 0xab);
        little.Write16(2, 0x0102);
        little.Write32(4, 0x01020304);
        little.Write64(8, 0x0102030405060708);
        big.Write16(18, 0x0102);
        big.Write32(20, 0x01020304);
        big.Write64(24, 0x0102030405060708);
        byte[] bytes = new byte[40];
        file.ReadExactly(bytes, 0);
        bytes.ShouldBe([
            0xab, 0, 2, 1, 4, 3, 2, 1, 8, 7, 6, 5, 4, 3, 2, 1,
            0, 0, 1, 2, 1, 2, 3, 4, 1, 2, 3, 4, 5, 6, 7, 8,
            0, 0, 0, 0, 0, 0, 0, 0]);
    }

    [Theory]
    [InlineData(Length - 8, true)]
    [InlineData(Length - 7, false)]
    [InlineData(Length, false)]
    [InlineData(Length + 8, false)]
    [InlineData(ulong.MaxValue - 7, false)]
    [InlineData(ulong.MaxValue, false)]
    public void A_register_lies_within_the_region_or_is_refused(ulong offset, bool lies)
    {
        using TestFile file = TestFile.Memory(Length);
        using MappedRegion region = file.Map(0, Length);
        if (lies)
        {
            region.Write64(offset, ulong.MaxValue);
            region.Read64(offset).ShouldBe(ulong.MaxValue);
            return;
        }

        Should.Throw<ArgumentOutOfRangeException>(() => region.Read64(offset)).Message.ShouldContain("4096 bytes");
        Should.Throw<ArgumentOutOfRangeException>(() => region.Write64(offset, 0));
        if (offset >= Length)
            Should.Throw<ArgumentOutOfRangeException>(() => region.Read8(offset));
    }

    [Fact]
    public void A_region_shorter_than_a_register_has_none_of_that_width()
    {
        using TestFile file = TestFile.Memory(Length);
        using MappedRegion region = file.Map(0, 4);
        region.Read32(0).ShouldBe(0u);
        Should.Throw<ArgumentOutOfRangeException>(() => region.Read64(0));
    }

    [Fact]
    public void A_register_is_aligned_or_refused()
    {
        using TestFile file = TestFile.Memory(Length);
        using MappedRegion region = file.Map(0, Length);
        Should.Throw<ArgumentException>(() => region.Read16(1)).Message.ShouldContain("0x1 is not aligned");
        Should.Throw<ArgumentException>(() => region.Read32(2));
        Should.Throw<ArgumentException>(() => region.Read64(4));
        Should.Throw<ArgumentException>(() => region.Write16(3, 0));
        Should.Throw<ArgumentException>(() => region.Write32(1, 0));
        Should.Throw<ArgumentException>(() => region.Write64(12, 0));
    }

    [Fact]
    public void What_it_is_not_mapped_for_is_refused_instead_of_killing_the_process()
    {
        using TestFile file = TestFile.Memory(Length);
        using MappedRegion readable = file.Map(0, Length, FileAccess.Read);
        readable.Read32(0).ShouldBe(0u);
        Should.Throw<InvalidOperationException>(() => readable.Write32(0, 1)).Message.ShouldContain("Read only");
        using MappedRegion writable = file.Map(0, Length, FileAccess.Write);
        writable.Write32(0, 1);
        Should.Throw<InvalidOperationException>(() => writable.Read32(0));
    }

    [Fact]
    public void It_outlives_its_file_and_is_unmapped_once()
    {
        MappedRegion region;
        using (TestFile file = TestFile.Memory(Length))
            region = file.Map(0, Length);
        region.Write32(0, 5);
        region.Read32(0).ShouldBe(5u);
        ulong address = region.Address.Value;
        ProcFile.IsMemoryFileMapped(address).ShouldBeTrue();
        region.Dispose();
        region.Dispose();
        ProcFile.IsMemoryFileMapped(address).ShouldBeFalse();
        Should.Throw<ObjectDisposedException>(() => region.Read32(0));
        Should.Throw<ObjectDisposedException>(() => region.Write8(0, 0));
        Should.Throw<ObjectDisposedException>(() => region.Address);
        region.ToString().ShouldContain("unmapped");
    }

    [Fact]
    public void A_mapping_that_cannot_be_made_says_why()
    {
        using TestFile file = TestFile.Memory(Length);
        Should.Throw<ArgumentOutOfRangeException>(() => file.Map(0, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => file.Map(0, ulong.MaxValue));
        Should.Throw<ArgumentOutOfRangeException>(() => file.Map(0, Length, 0));
        var unaligned = Should.Throw<IOException>(() => file.Map(8, Length));
        unaligned.Message.ShouldContain("page size");
        ((Errno)unaligned.HResult).ShouldBe(Errno.EINVAL);
        using var readOnly = new TestFile("/proc/self/exe", FileAccess.Read);
        ((Errno)Should.Throw<IOException>(() => readOnly.Map(0, Length)).HResult).ShouldBe(Errno.EACCES);
    }

    [Fact]
    public void It_is_not_unmapped_under_an_access()
    {
        // An access to unmapped memory would kill the process.
        for (int round = 0; round < 50; round++)
        {
            using TestFile file = TestFile.Memory(Length);
            MappedRegion region = file.Map(0, Length);
            using var start = new Barrier(3);
            Thread[] users = Enumerable.Range(0, 2).Select(_ => new Thread(() =>
            {
                start.SignalAndWait();
                try
                {
                    for (uint i = 0; i < 100_000; i++)
                        region.Write32(0, region.Read32(4) + i);
                }
                catch (ObjectDisposedException)
                {
                }
            })).ToArray();
            foreach (Thread user in users)
                user.Start();
            start.SignalAndWait(TestContext.Current.CancellationToken);
            Thread.SpinWait(2000);
            region.Dispose();
            foreach (Thread user in users)
                user.Join();
            region.IsClosed.ShouldBeTrue();
        }
    }
}

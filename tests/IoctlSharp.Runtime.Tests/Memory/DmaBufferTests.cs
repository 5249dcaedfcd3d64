using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Memory;

public sealed class DmaBufferTests
{
    private static readonly ulong s_page = (ulong)Environment.SystemPageSize;

    [Fact]
    public void It_is_zero_page_aligned_and_whole_pages()
    {
        using var buffer = new DmaBuffer(s_page + 1);
        buffer.Size.ShouldBe(2 * s_page);
        buffer.PageSize.ShouldBe(s_page);
        (buffer.Address.Value % s_page).ShouldBe(0ul);
        buffer.Span.Length.ShouldBe((int)buffer.Size);
        buffer.Span.IndexOfAnyExcept((byte)0).ShouldBe(-1);
        buffer.Span.Fill(1);
        buffer.GetSpan(buffer.Size - 1, 1)[0].ShouldBe((byte)1);
        buffer.GetSpan(buffer.Size, 0).Length.ShouldBe(0);
        UserPointer.From(buffer, s_page).Value.ShouldBe(buffer.Address.Value + s_page);
    }

    [Fact]
    public void A_child_process_does_not_inherit_it()
    {
        using var buffer = new DmaBuffer(s_page);
        ProcFile.MappingFlags(buffer.Address.Value).ShouldContain("dc");
    }

    [Fact]
    public void It_is_freed_once_and_refused_afterwards()
    {
        var buffer = new DmaBuffer(s_page);
        ulong address = buffer.Address.Value;
        ProcFile.IsDmaMemory(address).ShouldBeTrue();
        buffer.Dispose();
        buffer.Dispose();
        ProcFile.IsDmaMemory(address).ShouldBeFalse();
        Should.Throw<ObjectDisposedException>(() => buffer.Address);
        Should.Throw<ObjectDisposedException>(() => buffer.Span.Length);
        Should.Throw<ObjectDisposedException>(() => buffer.GetSpan(0, 1).Length);
        Should.Throw<ObjectDisposedException>(() => UserPointer.From(buffer));
        buffer.ToString().ShouldContain("disposed");
    }

    [Fact]
    public void One_that_is_forgotten_is_freed_by_its_finalizer()
    {
        ulong address = Forget();
        for (int i = 0; i < 10 && ProcFile.IsDmaMemory(address); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        ProcFile.IsDmaMemory(address).ShouldBeFalse();

        [MethodImpl(MethodImplOptions.NoInlining)]
        static ulong Forget() => new DmaBuffer(64 << 20).Address.Value;
    }

    [Theory]
    [InlineData(0ul)]
    [InlineData(ulong.MaxValue)]
    [InlineData(ulong.MaxValue - 4095)]
    [InlineData(1ul << 63)]
    public void A_size_that_makes_no_sense_is_refused(ulong size) => Should.Throw<ArgumentOutOfRangeException>(() => new DmaBuffer(size)).ParamName.ShouldBe("size");

    [Fact]
    public void More_than_the_kernel_has_is_its_error() =>
        ((Errno)Should.Throw<IOException>(() => new DmaBuffer(1ul << 62)).HResult).ShouldBe(Errno.ENOMEM);

    [Theory]
    [InlineData(4096ul)]
    [InlineData(3ul << 20)]
    [InlineData(1ul)]
    public void A_page_size_that_makes_no_sense_is_refused(ulong size) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new DmaBuffer(1, hugePageSize: size)).ParamName.ShouldBe("hugePageSize");

    [Fact]
    public void A_part_outside_is_refused()
    {
        using var buffer = new DmaBuffer(s_page);
        Should.Throw<ArgumentOutOfRangeException>(() => buffer.GetSpan(1, (int)s_page).Length);
        Should.Throw<ArgumentOutOfRangeException>(() => buffer.GetSpan(ulong.MaxValue, 2).Length);
        Should.Throw<ArgumentOutOfRangeException>(() => buffer.GetSpan(0, -1).Length);
        Should.Throw<ArgumentOutOfRangeException>(() => UserPointer.From(buffer, s_page));
        Should.Throw<ArgumentNullException>(() => UserPointer.From(null!));
    }

    [Fact]
    public void Huge_pages_that_are_not_there_are_refused_with_the_file_to_write_to()
    {
        const ulong HugePage = 2 << 20;
        const string Free = "/sys/kernel/mm/hugepages/hugepages-2048kB/free_hugepages";
        Assert.SkipUnless(File.Exists(Free), "this kernel has no huge pages of 2 MiB");
        Assert.SkipUnless(File.ReadAllText(Free).Trim() == "0", "this machine has free huge pages");
        var refused = Should.Throw<IOException>(() => new DmaBuffer(3 * HugePage, HugePage));
        refused.Message.ShouldContain("ENOMEM");
        refused.Message.ShouldContain("here 3 more");
        refused.Message.ShouldContain("/sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages");
    }

    [Fact]
    public void Huge_pages_are_used()
    {
        const ulong HugePage = 2 << 20;
        const string Pages = "/sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages";
        Assert.SkipUnless(File.Exists(Pages), "this kernel has no huge pages of 2 MiB");
        string before = File.ReadAllText(Pages);
        try
        {
            File.WriteAllText(Pages, (int.Parse(before) + 2).ToString());
        }
        catch (UnauthorizedAccessException)
        {
            Assert.Skip("only root can reserve huge pages");
        }

        try
        {
            Assert.SkipUnless(int.Parse(File.ReadAllText(Pages)) == int.Parse(before) + 2, "this machine has no memory for huge pages");
            using var buffer = new DmaBuffer(HugePage + 1, HugePage);
            buffer.Size.ShouldBe(2 * HugePage);
            buffer.PageSize.ShouldBe(HugePage);
            (buffer.Address.Value % HugePage).ShouldBe(0ul);
            buffer.Span[^1] = 1;
            ProcFile.MappingFlags(buffer.Address.Value).ShouldContain("ht");
        }
        finally
        {
            File.WriteAllText(Pages, before);
        }
    }

    [Fact]
    public void A_size_of_huge_pages_that_no_machine_has_is_refused() =>
        Should.Throw<IOException>(() => new DmaBuffer(1, hugePageSize: 1ul << 40)).Message.ShouldContain("/sys/kernel/mm/hugepages");

    [Fact]
    public void Locked_pages_are_in_memory()
    {
        using var buffer = new DmaBuffer(2 * s_page, locked: true);
        ProcFile.MappingFlags(buffer.Address.Value).ShouldContain("lo");
    }

    [Fact]
    public void More_than_may_be_locked_is_refused_with_the_limit_to_raise_and_freed()
    {
        const ulong TooMuch = (37 << 20) + 4096; // a size that nothing else has
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(() => MemoryLock.WithLimit(1 << 20, () => new DmaBuffer(TooMuch, locked: true).Dispose())));
        thread.Start();
        thread.Join();
        var refused = failure.ShouldBeOfType<IOException>();
        refused.Message.ShouldContain("RLIMIT_MEMLOCK");
        ((Errno)refused.HResult).ShouldBe(Errno.ENOMEM);
        ProcFile.HasMappingOf(TooMuch).ShouldBeFalse();
    }
}

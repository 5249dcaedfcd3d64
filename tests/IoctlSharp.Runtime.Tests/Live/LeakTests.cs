using System;
using System.IO;
using IoctlSharp.Interop;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Live;

public sealed class LeakTests
{
    private const int Calls = 10_000;

    [Fact]
    public void Ten_thousand_new_fds_and_failures_leave_none_behind()
    {
        using TestFile terminal = Pseudoterminal.Open();
        const string Terminals = "/dev/pts/";
        int before = ProcFile.OpenFileCount(Terminals);
        for (int i = 0; i < Calls; i++)
        {
            using TestFile peer = TestFile.NotYetOpen();
            HandleResult.Adopt(peer, IoctlCall.InvokeValue(terminal.Fd, Request.OpenPeer, Pseudoterminal.PeerFlags));
            if (i == 0)
                ProcFile.OpenFileCount(Terminals).ShouldBe(before + 1); // the count counts

            using TestFile failed = TestFile.NotYetOpen();
            IoctlCall.IsError(IoctlCall.InvokeValue(peer.Fd, Request.OpenPeer, Pseudoterminal.PeerFlags)).ShouldBeTrue();
        }

        ProcFile.OpenFileCount(Terminals).ShouldBe(before);
    }

    [Fact]
    public void Ten_thousand_opened_files_leave_none_behind()
    {
        const string Full = "/dev/full";
        const string Counters = "anon_inode:[eventfd]";
        (int Files, int Counters) before = (ProcFile.OpenFileCount(Full), ProcFile.OpenFileCount(Counters));
        for (int i = 0; i < Calls; i++)
        {
            using var file = new TestFile(Full);
            using var borrowed = new BorrowedFd(file);
            using var counter = new EventFd();
            if (i == 0)
                ProcFile.OpenFileCount(Full).ShouldBe(before.Files + 1); // the count counts
            if (i % 100 == 0)
                Should.Throw<FileNotFoundException>(() => new TestFile("/dev/no-such-device"));
        }

        (ProcFile.OpenFileCount(Full), ProcFile.OpenFileCount(Counters)).ShouldBe(before);
    }

    [Fact]
    public void Ten_thousand_mappings_leave_none_behind()
    {
        using TestFile file = TestFile.Memory(4096);
        using DmaBuffer warm = new(4096);
        int before = File.ReadAllLines("/proc/self/maps").Length;
        for (int i = 0; i < Calls; i++)
        {
            using MappedRegion region = file.Map(0, 4096);
            using var buffer = new DmaBuffer(4096);
            using var mapping = new Memory.TestMapping(buffer, 0);
            region.Write32(0, (uint)i);
        }

        // The runtime maps what it needs meanwhile; twenty thousand it does not.
        (File.ReadAllLines("/proc/self/maps").Length - before).ShouldBeLessThan(100);
    }

    [Fact]
    public void A_call_allocates_nothing()
    {
        using var pipe = TestPipe.Create();
        pipe.Send([1]);
        Work(pipe.Reader);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            Work(pipe.Reader);
        GC.GetAllocatedBytesForCurrentThread().ShouldBe(before);

        static void Work(TestFile reader)
        {
            using var fd = new BorrowedFd(reader, "reader");
            int available = 0;
            if (IoctlCall.Invoke(fd.Value, Request.Available, ref available) != 0 || available != 1)
                throw new InvalidOperationException("FIONREAD failed.");
            if (IoctlCall.InvokeValue(fd.Value, Request.Available, 8) != -(int)Errno.EFAULT)
                throw new InvalidOperationException("FIONREAD into nothing succeeded.");
            using var small = new CallBuffer(stackalloc byte[64], 64);
            using var large = new CallBuffer(default, 4096);
            using var text = new CStringArgument(stackalloc byte[32], "0000:06:0d.0", "name");
        }
    }
}

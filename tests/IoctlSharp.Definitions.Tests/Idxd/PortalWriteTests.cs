using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using IoctlSharp.Idxd;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Idxd;

/// <summary>Submission by <c>write</c>, with pipes and files where the kernel's queue would be.</summary>
[Collection(nameof(FakePortal))]
public sealed unsafe partial class PortalWriteTests : IDisposable
{
    private const int NonBlocking = 0x800;
    private const int SetFlags = 4;
    private const int SetPipeSize = 1031;
    private const int Descriptors = 4096 / 64;

    private readonly FakePortal _queue = new();
    private readonly DsaCompletion[] _completions = [.. Enumerable.Range(0, 80).Select(_ => new DsaCompletion())];

    public void Dispose()
    {
        _queue.Dispose();
        foreach (DsaCompletion completion in _completions)
            completion.Dispose();
    }

    [Fact]
    public void A_descriptor_is_written_as_64_bytes()
    {
        using Pipe pipe = new();
        using DsaPortal portal = pipe.Portal();

        portal.TrySubmit(new DsaHwDesc { Pasid = 7, Opcode = DsaOpcode.MemoryFill, Pattern = 0x1122334455667788 }, _completions[0]).ShouldBeTrue();

        byte[] bytes = pipe.Read(100);
        bytes.Length.ShouldBe(64);
        DsaHwDesc written = MemoryMarshal.Read<DsaHwDesc>(bytes);
        (written.Opcode, written.Pattern, written.Pasid, written.CompletionAddr).ShouldBe((DsaOpcode.MemoryFill, 0x1122334455667788ul, 0u, _completions[0].Address));
        _completions[0].IsPending.ShouldBeTrue();
    }

    [Fact]
    public void Several_go_together()
    {
        using Pipe pipe = new();
        using DsaPortal portal = pipe.Portal();

        portal.Submit([.. Enumerable.Range(0, 20).Select(i => new DsaHwDesc { XferSize = (uint)i })], _completions.AsSpan(0, 20)).ShouldBe(20);

        MemoryMarshal.Cast<byte, DsaHwDesc>(pipe.Read(4096)).ToArray().Select(descriptor => (descriptor.XferSize, descriptor.CompletionAddr))
            .ShouldBe(Enumerable.Range(0, 20).Select(i => ((uint)i, _completions[i].Address)));
    }

    [Fact]
    public void A_full_queue_is_no_error()
    {
        using Pipe pipe = new();
        using DsaPortal portal = pipe.Portal();
        pipe.Fill(Descriptors - 1);

        portal.TrySubmit(default, _completions[0]).ShouldBeTrue();
        portal.TrySubmit(default, _completions[1]).ShouldBeFalse();
        portal.Submit([default], [_completions[1]]).ShouldBe(0);

        _completions[1].IsPending.ShouldBeFalse();
        portal.InFlight.ShouldBe(1);
        pipe.Read(4096).Length.ShouldBe(4096);
        portal.TrySubmit(default, _completions[1]).ShouldBeTrue();
    }

    // What is longer than PIPE_BUF goes into a pipe as far as it fits.
    [Fact]
    public void A_short_count_is_what_was_submitted()
    {
        using Pipe pipe = new();
        using DsaPortal portal = pipe.Portal();

        portal.Submit(new DsaHwDesc[80], _completions).ShouldBe(Descriptors);

        _completions.Count(completion => completion.IsPending).ShouldBe(Descriptors);
        portal.InFlight.ShouldBe(Descriptors);
        _completions[Descriptors].IsPending.ShouldBeFalse();
    }

    [Fact]
    public void An_error_behind_a_part_that_was_submitted_comes_with_the_next_call()
    {
        using DsaPortal portal = _queue.Dsa(IdxdSubmission.Write);
        // The kernel writes nothing that would end behind the last position of a file; the first 128 descriptors do not.
        Seek((int)_queue.Opened!.DangerousGetHandle(), nint.MaxValue - 130 * 64, 0).ShouldBe(nint.MaxValue - 130 * 64);
        DsaCompletion[] completions = [.. Enumerable.Range(0, 140).Select(_ => new DsaCompletion())];

        portal.Submit(new DsaHwDesc[140], completions).ShouldBe(128);

        portal.InFlight.ShouldBe(128);
        completions[128].IsPending.ShouldBeFalse();
        IOException error = Should.Throw<IOException>(() => portal.Submit(new DsaHwDesc[12], completions.AsSpan(128)));
        error.HResult.ShouldBe((int)Errno.EINVAL);
        error.Message.ShouldStartWith("Writing a descriptor to DsaPortal of wq0.1 (Write) failed with EINVAL (22, Invalid argument): the kernel looks at each descriptor");
        completions[128..].ShouldAllBe(completion => !completion.IsPending);
        portal.InFlight.ShouldBe(128);
        foreach (DsaCompletion completion in completions)
            completion.Dispose();
    }

    [Fact]
    public void A_dedicated_queue_is_counted_here_too()
    {
        using Pipe pipe = new();
        using DsaPortal portal = pipe.Portal(places: 3);

        portal.Submit(new DsaHwDesc[4], _completions.AsSpan(0, 4)).ShouldBe(3);

        pipe.Read(4096).Length.ShouldBe(3 * 64);
    }

    [Fact]
    public void Writing_allocates_nothing()
    {
        using Pipe pipe = new();
        using DsaPortal portal = pipe.Portal();
        Round();
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < 20; i++)
            Round();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Round()
        {
            portal.TrySubmit(default, _completions[0]);
            FakePortal.Complete(_completions[0].Address);
            _completions[0].TryGetRecord(out _);
        }
    }

    [LibraryImport("libc", EntryPoint = "lseek")]
    private static partial nint Seek(int fd, nint offset, int origin);

    /// <summary>A pipe of one page that does not wait.</summary>
    private sealed partial class Pipe : IDisposable
    {
        private readonly int _in;
        private readonly int _out;

        public Pipe()
        {
            int* ends = stackalloc int[2];
            Make(ends, NonBlocking).ShouldBe(0);
            (_in, _out) = (ends[0], ends[1]);
            Control(_out, SetPipeSize, 4096).ShouldBe(4096);
        }

        public DsaPortal Portal(int places = 0)
        {
            // Opened anew, it would wait.
            WatchedFile file = new($"/proc/self/fd/{_out}");
            Control((int)file.DangerousGetHandle(), SetFlags, NonBlocking).ShouldBe(0);
            return new DsaPortal(new PortalSetup("wq0.1", file, IdxdSubmission.Write, null, 0, places, 0));
        }

        public void Fill(int descriptors)
        {
            byte[] bytes = new byte[descriptors * 64];
            fixed (byte* pointer = bytes)
                WriteBytes(_out, pointer, bytes.Length).ShouldBe(bytes.Length);
        }

        public byte[] Read(int most)
        {
            byte[] bytes = new byte[most];
            fixed (byte* pointer = bytes)
                return bytes[..(int)ReadBytes(_in, pointer, most)];
        }

        public void Dispose()
        {
            CloseFile(_in);
            CloseFile(_out);
        }

        [LibraryImport("libc", EntryPoint = "pipe2")]
        private static partial int Make(int* ends, int flags);

        [LibraryImport("libc", EntryPoint = "fcntl")]
        private static partial int Control(int fd, int command, int argument);

        [LibraryImport("libc", EntryPoint = "read")]
        private static partial nint ReadBytes(int fd, byte* buffer, nint count);

        [LibraryImport("libc", EntryPoint = "write")]
        private static partial nint WriteBytes(int fd, byte* buffer, nint count);

        [LibraryImport("libc", EntryPoint = "close")]
        private static partial int CloseFile(int fd);
    }
}

using System;
using System.Runtime.InteropServices;
using System.Threading;
using IoctlSharp.Idxd;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Idxd;

/// <summary>How portals end: disposed, disposed under a submission, and in a child process.</summary>
[Collection(nameof(FakePortal))]
public sealed unsafe class PortalLifeTests : IDisposable
{
    private const string Fork = """
        #include <sys/wait.h>
        #include <unistd.h>
        int read_in_child(const volatile unsigned char *p) {
            int status;
            pid_t child = fork();
            if (child == 0)
                _exit(*p);
            waitpid(child, &status, 0);
            return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        }
        """;

    private readonly FakePortal _queue = new();

    public void Dispose() => _queue.Dispose();

    [Fact]
    public void The_page_is_unmapped_before_the_file_is_closed()
    {
        DsaPortal portal = _queue.Dsa();
        WatchedFile file = _queue.Opened!;
        file.IsMapped.ShouldBeTrue();
        file.WasMappedAtClose.ShouldBeNull();

        portal.Dispose();

        file.WasMappedAtClose.ShouldBe(false);
        portal.ToString().ShouldBe("DsaPortal of wq0.1 (closed)");
    }

    [Fact]
    public void The_file_stays_open_for_its_page_whoever_disposes_it()
    {
        using DsaPortal portal = _queue.Dsa();
        WatchedFile file = _queue.Opened!;

        file.Dispose();

        file.WasMappedAtClose.ShouldBeNull();
        portal.Dispose();
        file.WasMappedAtClose.ShouldBe(false);
    }

    [Fact]
    public void A_portal_is_not_unmapped_under_a_submission()
    {
        using ManualResetEventSlim hold = new();
        DsaPortal portal = _queue.Dsa();
        WatchedFile file = _queue.Opened!;
        using DsaCompletion completion = new();
        FakePortal.Hold = hold;
        Thread thread = new(() => portal.TrySubmit(default, completion));
        thread.Start();
        SpinWait.SpinUntil(() => completion.IsPending, TimeSpan.FromSeconds(10)).ShouldBeTrue();

        portal.Dispose();

        file.IsMapped.ShouldBeTrue();
        file.WasMappedAtClose.ShouldBeNull();
        hold.Set();
        thread.Join();
        file.IsMapped.ShouldBeFalse();
        file.WasMappedAtClose.ShouldBe(false);
        FakePortal.Stores.Count.ShouldBe(1);
    }

    [Fact]
    public void A_disposed_portal_refuses()
    {
        DsaPortal portal = _queue.Dsa();
        portal.Dispose();
        using DsaCompletion completion = new();

        Should.Throw<ObjectDisposedException>(() => portal.TrySubmit(default, completion));
        Should.Throw<ObjectDisposedException>(() => portal.Submit([default], [completion]));
        completion.IsPending.ShouldBeFalse();
    }

    [Fact]
    public void The_kernel_clears_the_mark_in_a_child()
        => Gnu.Compile(
            "fork.c",
            Fork,
            made =>
            {
                IntPtr library = NativeLibrary.Load(made);
                int inChild = ((delegate* unmanaged[Cdecl]<byte*, int>)NativeLibrary.GetExport(library, "read_in_child"))(ForkMark.Address);
                inChild.ShouldBe(0);
                (*ForkMark.Address).ShouldBe((byte)1);
                return inChild;
            },
            "-shared",
            "-fPIC");

    [Fact]
    public void A_child_is_told_that_the_portal_is_not_its_own()
    {
        using DsaPortal portal = _queue.Dsa();
        using DsaCompletion completion = new();
        *ForkMark.Address = 0;
        try
        {
            Should.Throw<InvalidOperationException>(() => portal.TrySubmit(default, completion)).Message.ShouldContain("forked from");
            Should.Throw<InvalidOperationException>(() => portal.Submit([default], [completion])).Message.ShouldContain("Open the queue in the child");
        }
        finally
        {
            *ForkMark.Address = 1;
        }

        FakePortal.Stores.ShouldBeEmpty();
    }
}

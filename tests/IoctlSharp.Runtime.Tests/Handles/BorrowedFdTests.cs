using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Handles;

public sealed class BorrowedFdTests
{
    [Fact]
    public void A_borrowed_fd_stays_open_when_its_handle_is_disposed()
    {
        TestFile file = TestFile.Memory(1);
        int fd = file.Fd;
        using (var borrowed = new BorrowedFd(file))
        {
            borrowed.Value.ShouldBe(fd);
            file.Dispose();
            ProcFile.IsOpen(fd).ShouldBeTrue();
        }

        ProcFile.IsOpen(fd).ShouldBeFalse();
    }

    [Fact]
    public void Its_number_is_given_to_no_other_file_meanwhile()
    {
        TestFile file = TestFile.Memory(1);
        using var borrowed = new BorrowedFd(file);
        file.Dispose();
        using TestFile other = TestFile.Memory(1);
        other.Fd.ShouldNotBe(borrowed.Value);
    }

    [Fact]
    public void Disposing_twice_lets_go_once()
    {
        using TestFile file = TestFile.Memory(1);
        var outer = new BorrowedFd(file);
        var inner = new BorrowedFd(file);
        inner.Dispose();
        inner.Dispose();
        inner.Dispose();
        file.Dispose();
        ProcFile.IsOpen(outer.Value).ShouldBeTrue();
        outer.Dispose();
        ProcFile.IsOpen(outer.Value).ShouldBeFalse();
    }

    [Fact]
    public void Several_handles_are_borrowed_at_once_and_given_back_in_any_order()
    {
        TestFile[] files = [TestFile.Memory(1), TestFile.Memory(1), TestFile.Memory(1)];
        int[] fds = [files[0].Fd, files[1].Fd, files[2].Fd];
        var first = new BorrowedFd(files[0]);
        var second = new BorrowedFd(files[1]);
        BorrowedFd third = BorrowedFd.Try(files[2]);
        foreach (TestFile file in files)
            file.Dispose();
        fds.ShouldAllBe(fd => ProcFile.IsOpen(fd));
        first.Dispose();
        ProcFile.IsOpen(fds[0]).ShouldBeFalse();
        var fourth = new BorrowedFd(TestFile.Memory(1));
        third.Dispose();
        ProcFile.IsOpen(fds[2]).ShouldBeFalse();
        ProcFile.IsOpen(fds[1]).ShouldBeTrue();
        second.Dispose();
        ProcFile.IsOpen(fds[1]).ShouldBeFalse();
        fourth.Dispose();
    }

    [Fact]
    public void A_number_that_has_another_owner_is_not_closed_by_the_last_call()
    {
        using TestFile owner = TestFile.Memory(1);
        var adopted = new TestFile(owner.DangerousGetHandle(), ownsHandle: false);
        using (new BorrowedFd(adopted))
            adopted.Dispose();
        ProcFile.IsOpen(owner.Fd).ShouldBeTrue();

        TestFile detached = TestFile.Memory(1);
        int fd = detached.Fd;
        using (new BorrowedFd(detached))
            detached.Detach();
        ProcFile.IsOpen(fd).ShouldBeTrue();
        Should.Throw<ObjectDisposedException>(() => new BorrowedFd(detached).Dispose());
        new TestFile(new IntPtr(fd), ownsHandle: true).Dispose();
        ProcFile.IsOpen(fd).ShouldBeFalse();
    }

    [Fact]
    public void Another_thread_that_still_calls_keeps_the_fd_open()
    {
        TestFile file = TestFile.Memory(1);
        int fd = file.Fd;
        using var borrowed = new Barrier(2);
        using var returning = new ManualResetEventSlim();
        var thread = new Thread(() =>
        {
            using var use = new BorrowedFd(file);
            borrowed.SignalAndWait();
            returning.Wait();
        });
        thread.Start();
        using (new BorrowedFd(file))
        {
            borrowed.SignalAndWait(TestContext.Current.CancellationToken);
            file.Dispose();
        }

        ProcFile.IsOpen(fd).ShouldBeTrue();
        returning.Set();
        thread.Join();
        ProcFile.IsOpen(fd).ShouldBeFalse();
    }

    [Fact]
    public void Null_closed_and_never_opened_are_told_apart()
    {
        Should.Throw<ArgumentNullException>(() => new BorrowedFd(null!, "device").Dispose()).ParamName.ShouldBe("device");
        Should.Throw<ObjectDisposedException>(() => new BorrowedFd(Closed()).Dispose());
        Should.Throw<ObjectDisposedException>(() => new BorrowedFd(TestFile.NotYetOpen()).Dispose()).Message.ShouldContain("never opened");
        Should.Throw<ObjectDisposedException>(() => BorrowedFd.OrNone(Closed()).Dispose());

        using BorrowedFd none = BorrowedFd.OrNone(null);
        none.Value.ShouldBe(-1);
        none.IsClosed.ShouldBeFalse();
    }

    [Fact]
    public void Try_never_throws()
    {
        using BorrowedFd none = BorrowedFd.Try(null);
        (none.Value, none.IsClosed).ShouldBe((-1, false));
        using BorrowedFd closed = BorrowedFd.Try(Closed());
        (closed.Value, closed.IsClosed).ShouldBe((-1, true));
        using BorrowedFd unopened = BorrowedFd.Try(TestFile.NotYetOpen());
        (unopened.Value, unopened.IsClosed).ShouldBe((-1, true));
        using TestFile file = TestFile.Memory(1);
        using BorrowedFd open = BorrowedFd.Try(file);
        (open.Value, open.IsClosed).ShouldBe((file.Fd, false));
    }

    [Fact]
    public void A_handle_that_was_never_opened_is_not_held()
    {
        TestFile file = TestFile.NotYetOpen();
        Should.Throw<ObjectDisposedException>(() => new BorrowedFd(file).Dispose());
        BorrowedFd.Try(file).Dispose();
        file.Dispose();
        bool held = false;
        Should.Throw<ObjectDisposedException>(() => file.DangerousAddRef(ref held)); // closed for good: no reference is left
    }

    [Fact]
    public void Any_safe_handle_will_do()
    {
        using FileStream stream = File.OpenRead("/proc/self/status");
        using SafeHandle handle = stream.SafeFileHandle;
        using var borrowed = new BorrowedFd(handle);
        borrowed.Value.ShouldBe((int)handle.DangerousGetHandle());
    }

    [Fact]
    public void Fd_zero_is_a_file_like_any_other()
    {
        using var input = new TestFile(IntPtr.Zero, ownsHandle: false);
        input.IsInvalid.ShouldBeFalse();
        using var borrowed = new BorrowedFd(input);
        borrowed.Value.ShouldBe(0);
    }

    private static TestFile Closed()
    {
        TestFile file = TestFile.Memory(1);
        file.Dispose();
        return file;
    }
}

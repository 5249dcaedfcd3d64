using System;
using System.IO;
using System.Runtime.InteropServices;
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

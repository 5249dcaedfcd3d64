using System;
using System.Linq;
using IoctlSharp.Interop;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Handles;

public sealed class HandleTailTests
{
    [Fact]
    public void Each_handle_is_held_and_null_is_minus_one()
    {
        using TestFile first = TestFile.Memory(1);
        using TestFile second = TestFile.Memory(1);
        int[] fds = new int[3];
        var tail = new HandleTail<TestFile>([first, null!, second], fds, "groups");
        fds.ShouldBe([first.Fd, -1, second.Fd]);
        first.Dispose();
        second.Dispose();
        ProcFile.IsOpen(fds[0]).ShouldBeTrue();
        ProcFile.IsOpen(fds[2]).ShouldBeTrue();
        tail.Dispose();
        tail.Dispose();
        ProcFile.IsOpen(fds[0]).ShouldBeFalse();
        ProcFile.IsOpen(fds[2]).ShouldBeFalse();
    }

    [Fact]
    public void A_closed_handle_is_named_by_its_index_and_none_is_held()
    {
        TestFile first = TestFile.Memory(1);
        int fd = first.Fd;
        TestFile closed = TestFile.Memory(1);
        closed.Dispose();
        Should.Throw<ObjectDisposedException>(() => new HandleTail<TestFile>([first, closed], new int[2], "groups").Dispose()).ObjectName.ShouldBe("groups[1]");
        Should.Throw<ObjectDisposedException>(() => new HandleTail<TestFile>([TestFile.NotYetOpen()], new int[1], "groups").Dispose()).ObjectName.ShouldBe("groups[0]");

        var tried = HandleTail<TestFile>.Try([first, closed], new int[2]);
        tried.IsClosed.ShouldBeTrue();
        tried.Dispose();

        first.Dispose();
        ProcFile.IsOpen(fd).ShouldBeFalse();
    }

    [Fact]
    public void What_was_taken_is_let_go_even_when_the_callers_array_changed()
    {
        TestFile held = TestFile.Memory(1);
        TestFile other = TestFile.Memory(1);
        int fd = held.Fd;
        TestFile[] handles = [held];
        HandleTail<TestFile> tail = HandleTail<TestFile>.Try(handles, new int[1]);
        tail.IsClosed.ShouldBeFalse();
        handles[0] = other;
        tail.Dispose();
        held.Dispose();
        ProcFile.IsOpen(fd).ShouldBeFalse();
        ProcFile.IsOpen(other.Fd).ShouldBeTrue();
        other.Dispose();
    }

    [Fact]
    public void No_handles_are_no_fds()
    {
        using var tail = new HandleTail<TestFile>(default, default, "groups");
        tail.IsClosed.ShouldBeFalse();
        Should.Throw<ArgumentException>(() => new HandleTail<TestFile>(new TestFile[2], new int[1], "groups").Dispose());
    }

    [Fact]
    public void Many_handles_are_held()
    {
        TestFile[] files = Enumerable.Range(0, 100).Select(_ => TestFile.Memory(1)).ToArray();
        int[] fds = new int[100];
        using (new HandleTail<TestFile>(files, fds, "groups"))
            fds.ShouldBe(files.Select(file => file.Fd));
        foreach (TestFile file in files)
            file.Dispose();
        fds.Where(ProcFile.IsOpen).ShouldBeEmpty();
    }
}

using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading;
using IoctlSharp.Interop;
using Microsoft.Win32.SafeHandles;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Handles;

public sealed class DeviceHandleTests
{
    [Fact]
    public void A_file_is_opened_close_on_exec()
    {
        using var file = new TestFile("/dev/null");
        ProcFile.IsCloseOnExec(file.Fd).ShouldBeTrue();
        file.ToString().ShouldBe($"TestFile (fd {file.Fd})");
    }

    [Theory]
    [InlineData(FileAccess.Read)]
    [InlineData(FileAccess.Write)]
    public void It_is_opened_for_what_is_asked(FileAccess access)
    {
        using var file = new TestFile("/dev/zero", access);
        if (access == FileAccess.Read)
            ((Errno)Should.Throw<IOException>(() => file.Write(new byte[1], 0)).HResult).ShouldBe(Errno.EBADF);
        else
            ((Errno)Should.Throw<IOException>(() => file.Read(new byte[1], 0)).HResult).ShouldBe(Errno.EBADF);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_says_which_and_why()
    {
        var missing = Should.Throw<FileNotFoundException>(() => new TestFile("/dev/no-such-device"));
        missing.Message.ShouldContain("/dev/no-such-device");
        missing.Message.ShouldContain("ENOENT (2");
        Should.Throw<UnauthorizedAccessException>(() => new TestFile("/proc/sys/kernel/ostype", FileAccess.ReadWrite).Dispose()).Message.ShouldContain("EACCES");
        ((Errno)Should.Throw<IOException>(() => new TestFile("/")).HResult).ShouldBe(Errno.EISDIR);
        Should.Throw<ArgumentNullException>(() => new TestFile(null!)).ParamName.ShouldBe("path");
        Should.Throw<ArgumentException>(() => new TestFile(""));
        Should.Throw<ArgumentException>(() => new TestFile("/dev/null\0x"));
        Should.Throw<ArgumentOutOfRangeException>(() => new TestFile("/dev/null", 0));
    }

    [Fact]
    public void An_adopted_fd_is_closed_only_when_owned()
    {
        using TestFile owner = TestFile.Memory(1);
        int fd = owner.Fd;
        new TestFile(new IntPtr(fd), ownsHandle: false).Dispose();
        ProcFile.IsOpen(fd).ShouldBeTrue();
        owner.Dispose();
        owner.Dispose();
        ProcFile.IsOpen(fd).ShouldBeFalse();
        owner.ToString().ShouldBe("TestFile (closed)");
        TestFile.NotYetOpen().ToString().ShouldBe("TestFile (not open)");
    }

    [Fact]
    public void A_file_with_two_handles_is_closed_with_the_last()
    {
        TestFile first = TestFile.Memory(8);
        using OtherKind second = new(first);
        second.Fd.ShouldNotBe(first.Fd);
        ProcFile.IsCloseOnExec(second.Fd).ShouldBeTrue();
        first.Write([7], 3);
        first.Dispose();
        byte[] read = new byte[1];
        second.ReadExactly(read, 3);
        read[0].ShouldBe((byte)7);
        Should.Throw<ObjectDisposedException>(() => new OtherKind(first));
        Should.Throw<ArgumentNullException>(() => new OtherKind(null!));
    }

    [Fact]
    public void Bytes_are_read_and_written_at_their_position()
    {
        using TestFile file = TestFile.Memory(4096);
        file.Write([1, 2, 3, 4], 4092).ShouldBe(4);
        byte[] read = new byte[8];
        file.Read(read, 4090).ShouldBe(6);
        read.ShouldBe([0, 0, 1, 2, 3, 4, 0, 0]);
        file.Read(default, 0).ShouldBe(0);
        Should.Throw<EndOfStreamException>(() => file.ReadExactly(read, 4090)).Message.ShouldContain("6 of the 8 bytes at 0xffa");
        file.ReadExactly(read, 0);
        file.WriteExactly(read, 1ul << 33); // beyond 32 bits
        file.Read(read, 1ul << 33).ShouldBe(8);
    }

    [Fact]
    public void A_failed_read_says_what_and_where()
    {
        using var pipe = TestPipe.Create();
        var failure = Should.Throw<IOException>(() => pipe.Reader.Read(new byte[4], 0x10));
        failure.Message.ShouldBe($"Reading 4 bytes at 0x10 of {pipe.Reader} failed with ESPIPE (29, Illegal seek).");
        ((Errno)failure.HResult).ShouldBe(Errno.ESPIPE);
        ((Errno)Should.Throw<IOException>(() => pipe.Writer.Write(new byte[4], 0)).HResult).ShouldBe(Errno.ESPIPE);
        using TestFile file = TestFile.Memory(1);
        ((Errno)Should.Throw<IOException>(() => file.Read(new byte[4], ulong.MaxValue)).HResult).ShouldBe(Errno.EINVAL);
    }

    [Fact]
    public void A_closed_file_is_refused()
    {
        TestFile file = TestFile.Memory(1);
        file.Dispose();
        Should.Throw<ObjectDisposedException>(() => file.Read(new byte[1], 0));
        Should.Throw<ObjectDisposedException>(() => file.Write(new byte[1], 0));
        Should.Throw<ObjectDisposedException>(() => file.Map(0, 4096));
    }

    [Fact]
    public void One_that_is_forgotten_is_closed_by_its_finalizer()
    {
        int fd = Forget();
        for (int i = 0; i < 10 && ProcFile.IsOpen(fd); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        ProcFile.IsOpen(fd).ShouldBeFalse();

        [MethodImpl(MethodImplOptions.NoInlining)]
        static int Forget()
        {
            TestFile file = TestFile.Memory(1);
            file.Read(new byte[1], 0).ShouldBe(1); // what a call notes of the handle does not keep it
            return file.Fd;
        }
    }

    [Fact]
    public void A_new_fd_is_owned_by_the_handle_made_before()
    {
        using TestFile device = TestFile.NotYetOpen();
        HandleResult.Adopt(device, TestFile.Memory(1).Detach());
        device.IsInvalid.ShouldBeFalse();
        int fd = device.Fd;
        device.Dispose();
        ProcFile.IsOpen(fd).ShouldBeFalse();

        using var other = new SafeFileHandle();
        HandleResult.Adopt(other, TestFile.Memory(1).Detach());
        other.IsInvalid.ShouldBeFalse();
    }

    [Fact]
    public void Readers_and_a_disposer_never_meet_another_file()
    {
        // Every reader sees its own file's byte, or that the file is closed: never the byte of the file that got the number next.
        // And whoever comes last closes it.
        const string Own = "-own";
        for (int round = 0; round < 200; round++)
        {
            TestFile file = TestFile.Memory(1, Own);
            file.WriteExactly([1], 0);
            int strays = 0;
            using var start = new Barrier(3);
            var readers = new Thread[2];
            for (int i = 0; i < readers.Length; i++)
            {
                readers[i] = new Thread(() => Interlocked.Add(ref strays, Strays(file, start)));
                readers[i].Start();
            }

            start.SignalAndWait(TestContext.Current.CancellationToken);
            Thread.SpinWait(round * 20);
            file.Dispose();
            using TestFile other = TestFile.Memory(1);
            other.WriteExactly([2], 0);
            foreach (Thread reader in readers)
                reader.Join();
            strays.ShouldBe(0);
            ProcFile.OpenFileCount(TestFile.MemoryTarget + Own).ShouldBe(0);
        }

        static int Strays(TestFile file, Barrier start)
        {
            byte[] one = new byte[1];
            start.SignalAndWait();
            for (int i = 0; i < 1000; i++)
            {
                try
                {
                    file.ReadExactly(one, 0);
                }
                catch (ObjectDisposedException)
                {
                    return 0;
                }
                catch (IOException)
                {
                    return 1; // EBADF: closed under the call
                }

                if (one[0] != 1)
                    return 1;
            }

            return 0;
        }
    }
}

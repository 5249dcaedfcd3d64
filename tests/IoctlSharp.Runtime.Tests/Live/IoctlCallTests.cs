using System;
using System.IO;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using IoctlSharp.Interop;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Live;

public sealed class IoctlCallTests
{
    [StructLayout(LayoutKind.Sequential)]
    private struct InterfaceList
    {
        public int Length;
        public nint Buffer;
    }

    [Fact]
    public void The_kernel_writes_through_the_pointer()
    {
        using var pipe = TestPipe.Create();
        pipe.Send([1, 2, 3, 4, 5]);
        int available = -1;
        IoctlCall.Invoke(pipe.Reader.Fd, Request.Available, ref available).ShouldBe(0);
        available.ShouldBe(5);

        // An argument on the heap, moved by a collection at any other time.
        var boxed = new int[1];
        IoctlCall.Invoke(pipe.Reader.Fd, Request.Available, ref boxed[0]).ShouldBe(0);
        boxed[0].ShouldBe(5);
        boxed[0] = 0;
        IoctlCall.Invoke(pipe.Reader.Fd, Request.Available, boxed.AsSpan()).ShouldBe(0);
        boxed[0].ShouldBe(5);
    }

    [Fact]
    public void The_kernel_reads_through_the_pointer()
    {
        using TestFile terminal = Pseudoterminal.Open();
        var size = new WindowSize { Rows = 24, Columns = 80, Width = 640, Height = 480 };
        IoctlCall.Invoke(terminal.Fd, Request.SetWindowSize, ref size).ShouldBe(0);
        WindowSize read = default;
        IoctlCall.Invoke(terminal.Fd, Request.GetWindowSize, ref read).ShouldBe(0);
        read.ShouldBe(size);

        ReadOnlySpan<WindowSize> other = [new WindowSize { Rows = 1, Columns = 2 }];
        IoctlCall.Invoke(terminal.Fd, Request.SetWindowSize, other).ShouldBe(0);
        IoctlCall.Invoke(terminal.Fd, Request.GetWindowSize, ref read).ShouldBe(0);
        (read.Rows, read.Columns).ShouldBe(((ushort)1, (ushort)2));
    }

    [Fact]
    public void An_argument_by_value_is_the_value()
    {
        using TestFile terminal = Pseudoterminal.Open();
        IoctlCall.InvokeValue(terminal.Fd, Request.Flush, 2).ShouldBe(0);
        IoctlCall.InvokeValue(terminal.Fd, Request.Flush, 99).ShouldBe(-(int)Errno.EINVAL);
    }

    [Fact]
    public void A_command_may_have_no_argument()
    {
        using TestFile file = TestFile.Memory(1);
        ProcFile.IsCloseOnExec(file.Fd).ShouldBeTrue();
        IoctlCall.Invoke(file.Fd, Request.ClearCloseOnExec).ShouldBe(0);
        ProcFile.IsCloseOnExec(file.Fd).ShouldBeFalse();
        IoctlCall.Invoke(file.Fd, Request.SetCloseOnExec).ShouldBe(0);
        ProcFile.IsCloseOnExec(file.Fd).ShouldBeTrue();
    }

    [Fact]
    public void A_result_may_be_a_new_fd()
    {
        using TestFile terminal = Pseudoterminal.Open();
        using TestFile peer = TestFile.NotYetOpen();
        int fd = IoctlCall.InvokeValue(terminal.Fd, Request.OpenPeer, Pseudoterminal.PeerFlags);
        IoctlCall.IsError(fd).ShouldBeFalse();
        HandleResult.Adopt(peer, fd);
        ProcFile.IsCloseOnExec(peer.Fd).ShouldBeTrue();
        WindowSize size = default;
        IoctlCall.Invoke(peer.Fd, Request.GetWindowSize, ref size).ShouldBe(0);
    }

    [Fact]
    public void Errors_are_the_kernels_own()
    {
        using var pipe = TestPipe.Create();
        int value = 0;
        IoctlCall.Invoke(-1, Request.Available, ref value).ShouldBe(-(int)Errno.EBADF);
        IoctlCall.InvokeValue(pipe.Reader.Fd, Request.Available, 8).ShouldBe(-(int)Errno.EFAULT);
        IoctlCall.Invoke(pipe.Reader.Fd, Request.Available).ShouldBe(-(int)Errno.EFAULT);
        IoctlCall.Invoke(pipe.Reader.Fd, Request.Available, Span<int>.Empty).ShouldBe(-(int)Errno.EFAULT);
        IoctlCall.Invoke(pipe.Reader.Fd, Request.Available, ReadOnlySpan<int>.Empty).ShouldBe(-(int)Errno.EFAULT);
        IoctlCall.Invoke(pipe.Reader.Fd, Request.GetWindowSize, ref value).ShouldBe(-(int)Errno.ENOTTY);
        IoctlCall.ErrorOf(-25).ShouldBe(Errno.ENOTTY);
        IoctlCall.ErrorOf(0).ShouldBe(Errno.None);
        IoctlCall.ErrorOf(int.MaxValue).ShouldBe(Errno.None);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(-4095, true)]
    [InlineData(-4096, false)]
    [InlineData(int.MinValue, false)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void Only_the_kernels_error_numbers_are_errors(int result, bool error) => IoctlCall.IsError(result).ShouldBe(error);

    [Fact]
    public void Data_behind_a_pointer_field_is_pinned_for_the_call_and_the_field_is_zero_after_it()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        using var fd = new BorrowedFd(socket.SafeHandle);
        byte[] data = new byte[4000];
        var list = new InterfaceList { Length = data.Length };
        IoctlCall.Invoke(fd.Value, Request.InterfaceConfiguration, ref list, ref list.Buffer, data).ShouldBe(0);
        list.Buffer.ShouldBe(0);
        list.Length.ShouldBeGreaterThan(0);
        Encoding.ASCII.GetString(data.AsSpan(0, list.Length)).ShouldContain("lo\0");

        // The same in bytes, as with a tail.
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        MemoryMarshal.Write(bytes, data.Length);
        IoctlCall.Invoke(fd.Value, Request.InterfaceConfiguration, bytes, ref MemoryMarshal.AsRef<ulong>(bytes[8..]), data).ShouldBe(0);
        MemoryMarshal.Read<int>(bytes).ShouldBe(list.Length);
        MemoryMarshal.Read<ulong>(bytes[8..]).ShouldBe(0ul);
    }

    [Fact]
    public void A_field_that_cannot_carry_an_address_is_refused()
    {
        int field = 0;
        Should.Throw<ArgumentException>(() => IoctlCall.Invoke(-1, 0, ref field, ref field, new byte[1])).Message.ShouldContain("4 bytes");
    }

    [Fact]
    public void A_loop_device_is_offered()
    {
        const string Path = "/dev/loop-control";
        Assert.SkipUnless(File.Exists(Path), $"there is no {Path}");
        TestFile control = Open(Path);
        using (control)
            IoctlCall.Invoke(control.Fd, Request.LoopGetFree).ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public void A_tunnel_is_made_and_named()
    {
        const string Path = "/dev/net/tun";
        Assert.SkipUnless(File.Exists(Path), $"there is no {Path}");
        using TestFile tunnel = Open(Path);
        Span<byte> request = stackalloc byte[40]; // struct ifreq: name[16], then flags
        request.Clear();
        "ioctl%d"u8.CopyTo(request);
        MemoryMarshal.Write<short>(request[16..], 0x1001); // IFF_TUN | IFF_NO_PI
        int result = IoctlCall.Invoke(tunnel.Fd, Request.TunSetInterface, request);
        Assert.SkipWhen(IoctlCall.ErrorOf(result) == Errno.EPERM, "this user may not make network interfaces");
        result.ShouldBe(0);
        request[..5].SequenceEqual("ioctl"u8).ShouldBeTrue();
        Span<byte> read = stackalloc byte[40];
        read.Clear();
        IoctlCall.Invoke(tunnel.Fd, Request.TunGetInterface, read).ShouldBe(0);
        read[..16].SequenceEqual(request[..16]).ShouldBeTrue();
        IoctlCall.InvokeValue(tunnel.Fd, Request.TunSetPersist, 0).ShouldBe(0);
        IoctlCall.Invoke(tunnel.Fd, Request.TunSetInterface, request).ShouldBe(-(int)Errno.EEXIST); // it has its interface
    }

    [Fact]
    public void Userfaultfd_agrees_on_its_interface()
    {
        const string Path = "/dev/userfaultfd";
        Assert.SkipUnless(File.Exists(Path), $"there is no {Path}");
        using TestFile factory = Open(Path);
        using TestFile faults = TestFile.NotYetOpen();
        HandleResult.Adopt(faults, IoctlCall.InvokeValue(factory.Fd, Request.FaultNew, 0x80000));
        ProcFile.IsCloseOnExec(faults.Fd).ShouldBeTrue();
        Span<ulong> api = [0x99, 0, 0]; // api, features, ioctls
        IoctlCall.Invoke(faults.Fd, Request.FaultApi, api).ShouldBe(-(int)Errno.EINVAL);
        api.Clear();
        api[0] = 0xaa;
        IoctlCall.Invoke(faults.Fd, Request.FaultApi, api).ShouldBe(0);
        (api[2] & 3).ShouldBe(3ul); // REGISTER and UNREGISTER
    }

    private static TestFile Open(string path)
    {
        try
        {
            return new TestFile(path);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or FileNotFoundException)
        {
            Assert.Skip(e.Message);
            throw;
        }
    }
}

using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IoctlSharp.Interop;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Interop;

public sealed class AskAgainProtocolTests
{
    private const int ArgSize = 0;
    private const int Index = 4;
    private const int Count = 8;
    private const int Address = 16;
    private const int HeaderSize = 24;
    private const int Limit = 64 << 20;

    [StructLayout(LayoutKind.Sequential)]
    private struct Header
    {
        public uint ArgSize;
        public uint Index;
        public uint Count;
        public uint Reserved;
        public UserPointer Address;
    }

    private static readonly Header s_initial = new() { Index = 7 };

    private static AskAgainProtocol ByArgSize => AskAgainProtocol.ByArgSize(ArgSize, HeaderSize);

    private static AskAgainProtocol ByCount => AskAgainProtocol.ByCount(Errno.ENOSPC, ArgSize, Count, 4, HeaderSize, 8);

    private static AskAgainProtocol ByArray => AskAgainProtocol.ByArray(Errno.EMSGSIZE, ArgSize, Count, 4, Address, 8, HeaderSize, 16);

    private static AskAgainProtocol Truncating => AskAgainProtocol.ByArray(Errno.None, ArgSize, Count, 4, Address, 8, HeaderSize, 1);

    [Fact]
    public void A_larger_argsz_is_given()
    {
        var kernel = new FakeKernel(call =>
        {
            call.U32(Index).ShouldBe(7u);
            call.TailIsZero(HeaderSize).ShouldBeTrue();
            bool fits = call.U32(ArgSize) >= 40;
            call.Fill(HeaderSize, (int)call.U32(ArgSize) - HeaderSize, 0xab); // the room, whether it is enough or not
            call.SetU32(ArgSize, 40);
            call.SetU32(Index, 99); // each round starts afresh
            return fits ? 5 : 0;
        });
        ByArgSize.Run(kernel, s_initial, out KernelBuffer<Header> buffer).ShouldBe(5);
        kernel.Sizes.ShouldBe([24u, 40u]);
        buffer.Length.ShouldBe(40);
        buffer.Value.Index.ShouldBe(99u);
        buffer.Tail<byte>().ToArray().ShouldAllBe(b => b == 0xab);
    }

    [Fact]
    public void An_answer_that_fits_is_asked_for_once()
    {
        var kernel = new FakeKernel(_ => 0);
        ByArgSize.Run(kernel, s_initial, out KernelBuffer<Header> buffer).ShouldBe(0);
        kernel.Sizes.ShouldBe([24u]);
        buffer.Length.ShouldBe(24);
        buffer.Tail<byte>().Length.ShouldBe(0);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(8u)]
    [InlineData(23u)]
    public void A_kernel_that_knows_a_shorter_struct_still_fills_the_whole_one(uint known)
    {
        var kernel = new FakeKernel(call =>
        {
            call.SetU32(ArgSize, known);
            return 0;
        });
        ByArgSize.Run(kernel, s_initial, out KernelBuffer<Header> buffer).ShouldBe(0);
        buffer.Length.ShouldBe(HeaderSize);
        buffer.Value.ArgSize.ShouldBe(known);
    }

    [Fact]
    public void An_answer_that_grows_between_two_calls_is_followed()
    {
        uint wanted = 32;
        var kernel = new FakeKernel(call =>
        {
            wanted = Math.Min(wanted + 16, 112);
            call.SetU32(ArgSize, wanted);
            return 0;
        });
        ByArgSize.Run(kernel, s_initial, out KernelBuffer<Header> buffer).ShouldBe(0);
        kernel.Sizes.ShouldBe([24u, 48u, 64u, 80u, 96u, 112u]);
        buffer.Length.ShouldBe(112);
    }

    [Fact]
    public void An_answer_that_always_grows_ends_after_eight_rounds()
    {
        var kernel = new FakeKernel(call =>
        {
            call.SetU32(ArgSize, call.U32(ArgSize) + 8);
            return 0;
        });
        ByArgSize.Run(kernel, s_initial, out KernelBuffer<Header> buffer).ShouldBe(-(int)Errno.EAGAIN);
        kernel.Sizes.Count.ShouldBe(8);
        buffer.Length.ShouldBe(0);
        Should.Throw<InvalidOperationException>(() => buffer.Value);
    }

    [Fact]
    public void An_absurd_answer_is_refused_before_memory_is_taken()
    {
        ByArgSize.Run(new FakeKernel(call => call.SetU32(ArgSize, Limit + 1)), s_initial, out KernelBuffer<Header> _).ShouldBe(-(int)Errno.EOVERFLOW);
        ByArgSize.Run(new FakeKernel(call => call.SetU32(ArgSize, uint.MaxValue)), s_initial, out _).ShouldBe(-(int)Errno.EOVERFLOW);
        ByCount.Run(new FakeKernel(call => call.SetU32(Count, uint.MaxValue, -(int)Errno.ENOSPC)), s_initial, out _).ShouldBe(-(int)Errno.EOVERFLOW);
        ByCount.Run(new FakeKernel(call => call.SetU32(Count, 0x20000001, -(int)Errno.ENOSPC)), s_initial, out _).ShouldBe(-(int)Errno.EOVERFLOW);
    }

    [Fact]
    public void Another_error_is_the_result()
    {
        var kernel = new FakeKernel(_ => -(int)Errno.ENODEV);
        ByArgSize.Run(kernel, s_initial, out KernelBuffer<Header> buffer).ShouldBe(-(int)Errno.ENODEV);
        ByCount.Run(kernel, s_initial, out buffer).ShouldBe(-(int)Errno.ENODEV);
        ByArray.Run(kernel, s_initial, out buffer).ShouldBe(-(int)Errno.ENODEV);
        kernel.Sizes.Count.ShouldBe(3);
        Should.Throw<InvalidOperationException>(() => buffer.Tail<int>());
    }

    [Fact]
    public void A_count_with_ENOSPC_makes_room_for_the_tail()
    {
        var kernel = new FakeKernel(call =>
        {
            uint size = call.U32(ArgSize);
            size.ShouldBe(HeaderSize + (call.U32(Count) * 8));
            call.SetU32(Count, 3);
            if (size < HeaderSize + (3 * 8))
                return -(int)Errno.ENOSPC;
            call.Fill(HeaderSize, 24, 1);
            return 0;
        });
        ByCount.Run(kernel, s_initial, out KernelBuffer<Header> buffer).ShouldBe(0);
        kernel.Sizes.ShouldBe([24u, 48u]);
        buffer.Tail<ulong>(3).ToArray().ShouldAllBe(value => value == 0x0101010101010101);
        Should.Throw<ArgumentOutOfRangeException>(() => buffer.Tail<ulong>(4));
    }

    [Theory]
    [InlineData(5u, 2u, 2)] // fewer came than there was room for
    [InlineData(5u, 0u, 0)]
    public void A_count_that_shrinks_shortens_the_answer(uint first, uint second, int elements)
    {
        int calls = 0;
        var kernel = new FakeKernel(call => calls++ == 0 ? call.SetU32(Count, first, -(int)Errno.ENOSPC) : call.SetU32(Count, second));
        ByCount.Run(kernel, s_initial, out KernelBuffer<Header> buffer).ShouldBe(0);
        buffer.Tail<ulong>().Length.ShouldBe(elements);
    }

    [Fact]
    public void ENOSPC_that_asks_for_no_more_is_an_error()
    {
        var kernel = new FakeKernel(_ => -(int)Errno.ENOSPC);
        ByCount.Run(kernel, s_initial, out KernelBuffer<Header> buffer).ShouldBe(-(int)Errno.ENOSPC);
        kernel.Sizes.Count.ShouldBe(1);
        buffer.Length.ShouldBe(0);
    }

    [Fact]
    public void A_count_beyond_the_room_is_never_believed()
    {
        // A driver that succeeds and claims more elements than it was given room for.
        var kernel = new FakeKernel(call => call.SetU32(Count, Math.Min(call.U32(Count) + 1, 3)));
        ByCount.Run(kernel, s_initial, out KernelBuffer<Header> buffer).ShouldBe(0);
        buffer.Tail<ulong>((int)buffer.Value.Count).Length.ShouldBe(3);
        buffer.Length.ShouldBe(HeaderSize + (3 * 8));
    }

    [Fact]
    public void An_array_behind_a_pointer_stands_behind_the_struct()
    {
        var kernel = new FakeKernel(call =>
        {
            call.U32(ArgSize).ShouldBe((uint)HeaderSize);
            uint room = call.U32(Count);
            (call.U64(Address) == 0).ShouldBe(room == 0);
            call.SetU32(Count, 2);
            if (room < 2)
                return -(int)Errno.EMSGSIZE;
            call.FillAt(call.U64(Address), 32, 0x11);
            return 0;
        });
        ByArray.Run(kernel, s_initial, out KernelBuffer<Header> buffer).ShouldBe(0);
        buffer.Value.Address.Value.ShouldBe(0ul);
        buffer.Value.Count.ShouldBe(2u);
        buffer.Tail<ulong>(4).ToArray().ShouldAllBe(value => value == 0x1111111111111111);
    }

    [Fact]
    public void A_truncated_success_is_asked_for_again()
    {
        var kernel = new FakeKernel(call =>
        {
            call.FillAt(call.U64(Address), (int)Math.Min(call.U32(Count), 100), 0x22);
            return call.SetU32(Count, 100);
        });
        Truncating.Run(kernel, s_initial, out KernelBuffer<Header> buffer).ShouldBe(0);
        buffer.Tail<byte>(100).ToArray().ShouldAllBe(value => value == 0x22);
        kernel.Sizes.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void A_count_has_any_width(int width)
    {
        var protocol = AskAgainProtocol.ByCount(Errno.ENOSPC, -1, Count, width, HeaderSize, 2);
        var kernel = new FakeKernel(call =>
        {
            ulong room = call.Integer(Count, width);
            call.SetInteger(Count, width, 200);
            return room < 200 ? -(int)Errno.ENOSPC : 0;
        });
        protocol.Run(kernel, s_initial, out KernelBuffer<Header> buffer).ShouldBe(0);
        buffer.Tail<ushort>().Length.ShouldBe(200);
        buffer.Value.ArgSize.ShouldBe(0u); // there is no size field
    }

    [Fact]
    public void A_tail_may_begin_in_the_structs_padding()
    {
        var protocol = AskAgainProtocol.ByCount(Errno.ENOSPC, ArgSize, Count, 4, 20, 4);
        var kernel = new FakeKernel(call =>
        {
            uint size = call.U32(ArgSize);
            call.SetU32(Count, 3);
            if (size < 32)
                return -(int)Errno.ENOSPC;
            call.Fill(20, 12, 3);
            return 0;
        });
        protocol.Run(kernel, s_initial, out KernelBuffer<Header> buffer).ShouldBe(0);
        buffer.Tail<uint>(3).ToArray().ShouldAllBe(value => value == 0x03030303);
    }

    [Fact]
    public void The_header_is_as_the_test_says() => Unsafe.SizeOf<Header>().ShouldBe(HeaderSize);
}

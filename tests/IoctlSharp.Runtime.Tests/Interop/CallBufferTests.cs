using System;
using IoctlSharp.Interop;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Interop;

public sealed class CallBufferTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(100_000)]
    public void It_is_exactly_as_long_as_asked_and_zero_whatever_was_there(int size)
    {
        Span<byte> stack = stackalloc byte[CallBuffer.StackSize];
        for (int round = 0; round < 3; round++)
        {
            stack.Fill(0xcc);
            using var buffer = new CallBuffer(stack, size);
            buffer.Bytes.Length.ShouldBe(size);
            buffer.Bytes.IndexOfAnyExcept((byte)0).ShouldBe(-1);
            buffer.Bytes.Fill(0xdd); // what the pool gives out next time
        }
    }

    [Fact]
    public void Fields_lie_where_they_are_said_to_lie()
    {
        using var buffer = new CallBuffer(stackalloc byte[64], 24);
        buffer.As<uint>() = 0x01020304;
        buffer.At<ushort>(22) = 0xffff;
        buffer.Tail<uint>(20).Length.ShouldBe(1);
        buffer.Bytes[22].ShouldBe((byte)0xff);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(17)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_field_outside_is_refused(int offset) => Should.Throw<ArgumentOutOfRangeException>(() =>
    {
        using var buffer = new CallBuffer(stackalloc byte[64], 24);
        buffer.At<ulong>(offset) = 1;
    });

    [Fact]
    public void Disposing_twice_gives_the_array_back_once()
    {
        var buffer = new CallBuffer(default, 1000);
        buffer.Dispose();
        buffer.Dispose();
        byte[] first = System.Buffers.ArrayPool<byte>.Shared.Rent(1000);
        byte[] second = System.Buffers.ArrayPool<byte>.Shared.Rent(1000);
        second.ShouldNotBeSameAs(first);
        System.Buffers.ArrayPool<byte>.Shared.Return(first);
        System.Buffers.ArrayPool<byte>.Shared.Return(second);
    }

    [Theory]
    [InlineData(20, 20, 0, 4, 20)]
    [InlineData(20, 20, 3, 4, 32)]
    [InlineData(16, 12, 0, 4, 16)] // the tail begins in the struct's padding
    [InlineData(16, 12, 1, 4, 16)]
    [InlineData(16, 12, 2, 4, 20)]
    public void A_size_holds_struct_and_tail(int header, int offset, int count, int element, int size) => CallBuffer.Size(header, offset, count, element).ShouldBe(size);

    [Theory]
    [InlineData(int.MaxValue, 4)]
    [InlineData(int.MaxValue - 4, 1)]
    [InlineData(-1, 4)]
    public void A_tail_that_is_too_long_is_named(int count, int element)
    {
        var refusal = Should.Throw<ArgumentException>(() => CallBuffer.Size(8, 8, count, element, "eventFds"));
        refusal.ParamName.ShouldBe("eventFds");
        refusal.Message.ShouldContain(count.ToString());
    }

    [Fact]
    public void A_negative_size_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => new CallBuffer(default, -1).Dispose());
}

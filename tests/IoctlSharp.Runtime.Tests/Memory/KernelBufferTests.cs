using System;
using System.Runtime.InteropServices;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Memory;

public sealed class KernelBufferTests
{
    [StructLayout(LayoutKind.Sequential)]
    private struct WithChain : ICapabilitySource
    {
        public uint Flags;
        public uint Offset;

        public readonly uint CapabilityOffset => (Flags & 1) != 0 ? Offset : 0;
    }

    [Fact]
    public void A_default_buffer_says_that_the_call_failed()
    {
        KernelBuffer<int> buffer = default;
        buffer.Length.ShouldBe(0);
        buffer.Bytes.Length.ShouldBe(0);
        Should.Throw<InvalidOperationException>(() => buffer.Value).Message.ShouldContain("failed");
        Should.Throw<InvalidOperationException>(() => buffer.Tail<int>(0));
        Should.Throw<InvalidOperationException>(() => buffer.Tail<int>());
    }

    [Theory]
    [InlineData(0, 4, true)]
    [InlineData(12, 1, true)]
    [InlineData(16, 0, true)]
    [InlineData(13, 1, false)]
    [InlineData(16, 1, false)]
    [InlineData(-4, 1, false)]
    [InlineData(4, -1, false)]
    [InlineData(4, int.MaxValue, false)]
    [InlineData(int.MaxValue, int.MaxValue, false)]
    public void Elements_lie_within_the_answer_or_are_refused(int offset, int count, bool lies)
    {
        // The array is longer than the answer: its rest was never the kernel's.
        var buffer = new KernelBuffer<int>(new byte[64], 16, 4);
        if (lies)
            buffer.Tail<int>(offset, count).Length.ShouldBe(count);
        else
            Should.Throw<ArgumentOutOfRangeException>(() => buffer.Tail<int>(offset, count)).Message.ShouldContain("16 bytes");
    }

    [Fact]
    public void The_tail_has_whole_elements()
    {
        new KernelBuffer<int>(new byte[64], 15, 4).Tail<int>().Length.ShouldBe(2);
        new KernelBuffer<int>(new byte[64], 4, 8).Tail<int>().Length.ShouldBe(0); // the tail begins behind the answer
    }

    [Fact]
    public void The_chain_begins_where_the_struct_says()
    {
        byte[] answer = new byte[24];
        answer[0] = 1;
        BitConverter.TryWriteBytes(answer.AsSpan(4), 8u);
        BitConverter.TryWriteBytes(answer.AsSpan(8), 0x0001_0007u);
        var buffer = new KernelBuffer<WithChain>(answer, answer.Length, 8);
        buffer.Capabilities.TryFind((ushort)(BitConverter.IsLittleEndian ? 7 : 1), out _, (ushort)(BitConverter.IsLittleEndian ? 1 : 7)).ShouldBeTrue();
        answer[0] = 0;
        buffer.Capabilities.IsEmpty.ShouldBeTrue(); // the offset means nothing without its flag
    }

    [Fact]
    public void A_struct_without_a_chain_says_so() =>
        Should.Throw<InvalidOperationException>(() => new KernelBuffer<int>(new byte[4], 4, 4).Capabilities.IsEmpty).Message.ShouldContain("CapabilityOffset");
}

using System;
using System.Linq;
using IoctlSharp.Calls.Tests.Declarations;
using IoctlSharp.Calls.Tests.Recording;
using Shouldly;
using Xunit;

namespace IoctlSharp.Calls.Tests;

/// <summary>Each protocol by which the kernel asks for more room: played as the kernel plays it, and as a broken one would.</summary>
public sealed class AskAgainTests
{
    private const int Fd = KernelRecording.Fd;

    [Fact]
    public void By_size_an_answer_that_fits_takes_one_call()
    {
        using var kernel = new KernelRecording(keep: 16).Plays(Protocol.BySize(0, 16, 16));
        KernelBuffer<Answer> answer = default;
        KernelRecording.FromDirtyStack(() => answer = AskAgainCalls.BySize(Fd, 9));
        kernel.Call.Request.ShouldBe(0x7101ul);
        kernel.Call.ShouldHold("10000000 | 00000000 | 09000000 | 00000000");
        answer.Length.ShouldBe(16);
        answer.Value.Index.ShouldBe(9u);
    }

    [Fact]
    public void By_size_the_second_call_has_the_room_that_the_first_asked_for()
    {
        using var kernel = new KernelRecording(keep: 16).Plays(Protocol.BySize(0, 16, 20));
        KernelBuffer<Answer> answer = default;
        KernelRecording.FromDirtyStack(() => answer = AskAgainCalls.BySize(Fd, 9));
        kernel.Calls.Count.ShouldBe(2);
        kernel.Calls[1].ShouldHold("14000000 | 00000000 | 09000000 | 00000000");
        answer.Bytes.ToArray().ShouldHold("14000000 | 00000000 | 09000000 | 00000000 | 10111213");
    }

    [Fact]
    public void Growth_between_two_calls_is_asked_again()
    {
        using var kernel = new KernelRecording().Plays(Protocol.BySize(0, 16, 20, 24, 28));
        AskAgainCalls.BySize(Fd, 9).Length.ShouldBe(28);
        kernel.Calls.Count.ShouldBe(4, "28 is asked for in the third call, and fits in the fourth");
    }

    [Fact]
    public void An_answer_that_shrinks_is_as_long_as_it_is()
    {
        using var kernel = new KernelRecording().Plays(Protocol.BySize(0, 16, 32, 20));
        KernelBuffer<Answer> answer = AskAgainCalls.BySize(Fd, 9);
        answer.Bytes.Slice(16).ToArray().ShouldHold("10111213");
    }

    [Fact]
    public void A_size_smaller_than_the_struct_is_the_struct()
    {
        using var kernel = new KernelRecording().Plays(Protocol.BySize(0, 16, 3));
        AskAgainCalls.BySize(Fd, 9).Length.ShouldBe(16);
        kernel.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public void Growth_without_end_is_EAGAIN_after_eight_rounds()
    {
        ulong[] sizes = [.. Enumerable.Range(1, 16).Select(round => 16ul + ((ulong)round * 8))];
        using var kernel = new KernelRecording().Plays(Protocol.BySize(0, 16, sizes));
        Should.Throw<IoctlException>(() => AskAgainCalls.BySize(Fd, 9)).Error.ShouldBe(Errno.EAGAIN);
        kernel.Calls.Count.ShouldBe(8);
    }

    [Fact]
    public void An_absurd_size_or_count_is_EOVERFLOW_before_memory_is_taken()
    {
        foreach (Protocol protocol in new[] { Protocol.BySize(0, 16, uint.MaxValue), Protocol.BySize(0, 16, (64ul << 20) + 1) })
        {
            using var kernel = new KernelRecording().Plays(protocol);
            Should.Throw<IoctlException>(() => AskAgainCalls.BySize(Fd, 9)).Error.ShouldBe(Errno.EOVERFLOW);
            kernel.Calls.Count.ShouldBe(1);
        }

        using var counting = new KernelRecording().Plays(Protocol.ByCount(Errno.ENOSPC, 8, 4, 12, 4, uint.MaxValue));
        Should.Throw<IoctlException>(() => AskAgainCalls.ByCount(Fd, 9)).Error.ShouldBe(Errno.EOVERFLOW);
        using var pointing = new KernelRecording().Plays(Protocol.ByArray(Errno.EMSGSIZE, 4, 4, 16, 8, 0x10000000));
        Should.Throw<IoctlException>(() => AskAgainCalls.ByArray(Fd, 9)).Error.ShouldBe(Errno.EOVERFLOW);
    }

    [Fact]
    public void By_count_the_error_asks_and_the_elements_stand_behind_the_struct()
    {
        using var kernel = new KernelRecording(keep: 12).Plays(Protocol.ByCount(Errno.ENOSPC, 8, 4, 12, 4, 2, 3));
        KernelBuffer<CountedAnswer> answer = default;
        KernelRecording.FromDirtyStack(() => answer = AskAgainCalls.ByCount(Fd, 9));
        kernel.Calls.Count.ShouldBe(3);
        kernel.Calls[0].ShouldHold("0c000000 | 09000000 | 00000000");
        kernel.Calls[1].ShouldHold("14000000 | 09000000 | 02000000");
        kernel.Calls[2].ShouldHold("18000000 | 09000000 | 03000000");
        answer.Value.Count.ShouldBe(3u);
        answer.Tail<uint>(3).ToArray().ShouldBe([0x13121110u, 0x17161514u, 0x1b1a1918u]);
    }

    [Fact]
    public void By_count_nothing_is_an_answer()
    {
        using var kernel = new KernelRecording().Plays(Protocol.ByCount(Errno.ENOSPC, 8, 4, 12, 4, 0));
        KernelBuffer<CountedAnswer> answer = AskAgainCalls.ByCount(Fd, 9);
        answer.Length.ShouldBe(12);
        answer.Tail<uint>().Length.ShouldBe(0);
    }

    [Fact]
    public void An_error_that_asks_for_no_more_than_there_was_is_an_error()
    {
        using var kernel = new KernelRecording().Fails(Errno.ENOSPC);
        Should.Throw<IoctlException>(() => AskAgainCalls.ByCount(Fd, 9)).Error.ShouldBe(Errno.ENOSPC);
        kernel.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public void Another_error_ends_the_asking()
    {
        using var kernel = new KernelRecording().Fails(Errno.ENOSPC).Writes(8, 4u).Fails(Errno.ENODEV);
        Should.Throw<IoctlException>(() => AskAgainCalls.ByCount(Fd, 9)).Error.ShouldBe(Errno.ENODEV);
        kernel.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public void By_array_the_elements_come_through_the_pointer()
    {
        using var kernel = new KernelRecording(keep: 24).Plays(Protocol.ByArray(Errno.EMSGSIZE, 4, 4, 16, 8, 1, 2));
        KernelBuffer<ArrayAnswer> answer = default;
        KernelRecording.FromDirtyStack(() => answer = AskAgainCalls.ByArray(Fd, 9));
        kernel.Calls.Count.ShouldBe(3);
        kernel.Calls[0].ShouldHold("18000000 | 00000000 | 09000000 | 00000000 | 0000000000000000");
        kernel.Calls[1].Bytes.AsSpan(0, 16).ToArray().ShouldHold("18000000 | 01000000 | 09000000 | 00000000");
        kernel.Calls[2].Bytes.AsSpan(0, 16).ToArray().ShouldHold("18000000 | 02000000 | 09000000 | 00000000");
        answer.Value.Items.Value.ShouldBe(0ul, "the address means nothing once the call is over");
        answer.Tail<ulong>(2).ToArray().ShouldBe([0x1716151413121110ul, 0x1f1e1d1c1b1a1918ul]);
    }

    [Fact]
    public void By_truncation_success_is_asked_again_while_it_is_cut()
    {
        using var kernel = new KernelRecording(keep: 24).Plays(Protocol.ByArray(Errno.None, 4, 4, 16, 1, 5, 7));
        KernelBuffer<ArrayAnswer> answer = default;
        KernelRecording.FromDirtyStack(() => answer = AskAgainCalls.Truncated(Fd, 9));
        kernel.Calls.Count.ShouldBe(3);
        answer.Tail<byte>(7).ToArray().ShouldHold("10111213141516");
        answer.Length.ShouldBe(31);
    }

    [Fact]
    public void EINTR_begins_the_asking_again_where_the_declaration_says_so()
    {
        using var kernel = new KernelRecording().Fails(Errno.EINTR).Plays(Protocol.BySize(0, 16, 20));
        AskAgainCalls.Retried(Fd).Length.ShouldBe(20);
        kernel.Calls.Count.ShouldBe(3);

        using var once = new KernelRecording().Fails(Errno.EINTR);
        Should.Throw<IoctlException>(() => AskAgainCalls.BySize(Fd, 9)).Error.ShouldBe(Errno.EINTR);
    }

    [Fact]
    public void Capabilities_are_found_through_their_field()
    {
        using var kernel = new KernelRecording()
            .Returns(0).Writes(0, 32u)
            .Returns(0).Writes(0, 32u).Writes(4, Modes.Fixed).Writes(12, 16u).Writes(16, (ushort)7).Writes(18, (ushort)1).Writes(20, 0u).Writes(24, 0x1234ul);
        KernelBuffer<Answer> answer = AskAgainCalls.BySize(Fd, 9);
        answer.Capabilities.TryFind(7, out Capability capability).ShouldBeTrue();
        capability.Version.ShouldBe((ushort)1);
        BitConverter.ToUInt64(capability.Bytes.Slice(8)).ShouldBe(0x1234ul);
        answer.Capabilities.TryFind(8, out _).ShouldBeFalse();
    }

    [Fact]
    public void The_flag_says_whether_there_are_capabilities()
    {
        using var kernel = new KernelRecording().Returns(0).Writes(0, 16u).Writes(12, 16u);
        foreach (Capability capability in AskAgainCalls.BySize(Fd, 9).Capabilities)
            capability.Id.ShouldBe(ushort.MaxValue, "there is none");
    }
}

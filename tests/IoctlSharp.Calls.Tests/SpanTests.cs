using System;
using System.Text;
using IoctlSharp.Calls.Tests.Declarations;
using IoctlSharp.Calls.Tests.Recording;
using Shouldly;
using Xunit;

namespace IoctlSharp.Calls.Tests;

/// <summary>Spans and texts that are the whole argument, and the numbers that follow from them.</summary>
public sealed class SpanTests
{
    private const int Fd = KernelRecording.Fd;

    [Fact]
    public void The_length_of_a_lone_span_is_in_the_number()
    {
        using var kernel = new KernelRecording(keep: 3).Returns(2).Writes(0, 0x61, 0x62);
        byte[] name = [1, 2, 3];
        int length = 0;
        KernelRecording.FromDirtyStack(() => length = SpanCalls.Name(Fd, name));
        kernel.Call.Request.ShouldBe(0x80037306ul);
        kernel.Call.ShouldHold("010203");
        length.ShouldBe(2);
        name.ShouldBe([0x61, 0x62, 3]);
    }

    [Fact]
    public void The_length_in_the_number_is_in_bytes()
    {
        using var kernel = new KernelRecording(keep: 4);
        SpanCalls.Words(Fd, [0x1122, 0x3344]);
        kernel.Call.Request.ShouldBe(0x40047307ul);
        kernel.Call.ShouldHold("2211 4433");
    }

    [Fact]
    public void A_length_that_the_number_cannot_hold_is_refused()
    {
        using var kernel = new KernelRecording();
        SpanCalls.Name(Fd, new byte[0x3fff]);
        SpanCalls.Words(Fd, new ushort[0x1fff]);
        kernel.Calls[0].Request.ShouldBe(0xbfff7306ul);
        kernel.Calls[1].Request.ShouldBe(0x7ffe7307ul);
        Should.Throw<ArgumentException>(() => SpanCalls.Name(Fd, new byte[0x4000])).ParamName.ShouldBe("name");
        Should.Throw<ArgumentException>(() => SpanCalls.Words(Fd, new ushort[0x2000])).ParamName.ShouldBe("words");
        kernel.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public void An_empty_span_has_a_number_of_its_own()
    {
        using var kernel = new KernelRecording();
        SpanCalls.Name(Fd, []);
        kernel.Call.Request.ShouldBe(0x80007306ul);
    }

    [Fact]
    public void A_span_of_a_command_without_size_may_have_any_length()
    {
        using var kernel = new KernelRecording(keep: 0x5000);
        byte[] bytes = new byte[0x5000];
        bytes.AsSpan().Fill(7);
        SpanCalls.Plain(Fd, bytes);
        kernel.Call.Request.ShouldBe(0x7308ul);
        kernel.Call.Bytes.ShouldBe(bytes);
    }

    [Fact]
    public void A_number_parameter_is_added_to_the_number()
    {
        using var kernel = new KernelRecording();
        SpanCalls.Bit(Fd, 5, new byte[8]);
        SpanCalls.Number(Fd, 55);
        kernel.Calls[0].Request.ShouldBe(0x80087325ul);
        kernel.Calls[1].Request.ShouldBe(0x73fful);
        Should.Throw<ArgumentOutOfRangeException>(() => SpanCalls.Number(Fd, 56));
        kernel.Calls.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("vfio0")]
    [InlineData("grün ☃ 𝄞")]
    public void Text_is_sent_as_UTF8_with_a_NUL(string text)
    {
        byte[] expected = [.. Encoding.UTF8.GetBytes(text), 0];
        using var kernel = new KernelRecording(keep: expected.Length);
        KernelRecording.FromDirtyStack(() => SpanCalls.Text(Fd, text));
        KernelRecording.FromDirtyStack(() => SpanCalls.TextBytes(Fd, expected.AsSpan(0, expected.Length - 1)));
        KernelRecording.FromDirtyStack(() => SpanCalls.TextBytes(Fd, expected));
        foreach (RecordedCall call in kernel.Calls)
            call.Bytes.ShouldBe(expected);
        kernel.Calls.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(5000)]
    public void Long_text_is_sent_whole(int length)
    {
        using var kernel = new KernelRecording(keep: length + 1);
        string text = new('x', length);
        KernelRecording.FromDirtyStack(() => SpanCalls.Text(Fd, text));
        KernelRecording.FromDirtyStack(() => SpanCalls.TextBytes(Fd, Encoding.UTF8.GetBytes(text)));
        foreach (RecordedCall call in kernel.Calls)
            call.Bytes.ShouldBe([.. Encoding.UTF8.GetBytes(text), 0]);
    }

    [Fact]
    public void Text_that_would_be_cut_or_changed_is_refused()
    {
        using var kernel = new KernelRecording();
        Should.Throw<ArgumentNullException>(() => SpanCalls.Text(Fd, null!)).ParamName.ShouldBe("text");
        Should.Throw<ArgumentException>(() => SpanCalls.Text(Fd, "a\0b")).ParamName.ShouldBe("text");
        Should.Throw<ArgumentException>(() => SpanCalls.TextBytes(Fd, "a\0b"u8)).ParamName.ShouldBe("text");
        Should.Throw<ArgumentException>(() => SpanCalls.TextBytes(Fd, "a\0\0"u8)).ParamName.ShouldBe("text");
        Should.Throw<ArgumentException>(() => SpanCalls.Text(Fd, "\ud800")).ParamName.ShouldBe("text");
        kernel.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void A_text_can_make_a_handle()
    {
        int fd = KernelRecording.NewFd();
        using var kernel = new KernelRecording(keep: 4).Returns(fd);
        using var device = new Device(KernelRecording.NewFd(), ownsHandle: false);
        Device made = SpanCalls.Open(device, "0:1");
        kernel.Call.ShouldHold("303a3100");
        made.DangerousGetHandle().ShouldBe(fd);
        made.Dispose();
        KernelRecording.Closes(fd).ShouldBe(1);
    }
}

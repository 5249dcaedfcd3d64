using System;
using System.Text;
using IoctlSharp.Interop;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Interop;

public sealed class CStringArgumentTests
{
    [Theory]
    [InlineData("")]
    [InlineData("0000:06:0d.0")]
    [InlineData("Gerät €🚀")]
    public void A_string_is_UTF8_with_a_NUL(string text)
    {
        using var argument = new CStringArgument(stackalloc byte[64], text, "name");
        argument.Bytes.SequenceEqual(Encoding.UTF8.GetBytes(text + "\0")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(5000)]
    public void A_text_that_does_not_fit_the_stack_is_whole(int length)
    {
        Span<byte> stack = stackalloc byte[64];
        stack.Fill(0xcc);
        using var argument = new CStringArgument(stack, new string('x', length), "name");
        argument.Bytes.Length.ShouldBe(length + 1);
        argument.Bytes.IndexOf((byte)0).ShouldBe(length);
        argument.Bytes[..length].IndexOfAnyExcept((byte)'x').ShouldBe(-1);
        argument.Dispose();
        argument.Dispose();
    }

    [Fact]
    public void Bytes_end_in_one_NUL()
    {
        using var added = new CStringArgument(stackalloc byte[8], "abc"u8, "name");
        using var kept = new CStringArgument(stackalloc byte[8], "abc\0"u8, "name");
        using var empty = new CStringArgument(stackalloc byte[8], ReadOnlySpan<byte>.Empty, "name");
        added.Bytes.SequenceEqual("abc\0"u8).ShouldBeTrue();
        kept.Bytes.SequenceEqual("abc\0"u8).ShouldBeTrue();
        empty.Bytes.SequenceEqual("\0"u8).ShouldBeTrue();
    }

    [Fact]
    public void What_the_kernel_would_not_see_whole_is_refused()
    {
        Should.Throw<ArgumentNullException>(() => new CStringArgument(default, (string)null!, "name").Dispose()).ParamName.ShouldBe("name");
        Should.Throw<ArgumentException>(() => new CStringArgument(default, "a\0b", "name").Dispose()).Message.ShouldContain("index 1");
        Should.Throw<ArgumentException>(() => new CStringArgument(default, "a\0", "name").Dispose());
        Should.Throw<ArgumentException>(() => new CStringArgument(default, "a\0b"u8, "name").Dispose());
        Should.Throw<ArgumentException>(() => new CStringArgument(default, "a\0\0"u8, "name").Dispose());
        Should.Throw<ArgumentException>(() => new CStringArgument(default, "a\ud800", "name").Dispose()).ParamName.ShouldBe("name");
    }
}

using System;
using IoctlSharp.Interop;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Interop;

/// <summary>What a 32-bit process is told is run in one, in IoctlSharp.Abi.Tests.</summary>
public sealed class LayoutGuardTests
{
    private const int Linux32 = 0x0008;
    private const int AddressNoRandomize = 0x0040000;

    [Theory]
    [InlineData("x86_64", 0, true)]
    [InlineData("aarch64", 0, true)]
    [InlineData("i686", 0, false)]
    [InlineData("armv7l", AddressNoRandomize, false)]
    [InlineData("i686", Linux32, true)] // the kernel was told to say so
    [InlineData("armv8l", Linux32 | AddressNoRandomize, true)]
    [InlineData("", 0, false)]
    public void A_64_bit_kernel_is_known_even_where_it_denies_it(string machine, int personality, bool is64Bit) => KernelWidth.Decide(machine, personality).ShouldBe(is64Bit);

    [Fact]
    public void The_kernel_of_this_process_is_asked()
    {
        Assert.SkipUnless(Environment.Is64BitProcess, "only a 64-bit kernel runs this process");
        KernelWidth.Is64Bit.ShouldBeTrue();
    }

    [Fact]
    public void A_64_bit_process_has_the_layout_that_the_kernel_has()
    {
        Assert.SkipUnless(Environment.Is64BitProcess, "this is a 32-bit process");
        LayoutGuard.IsMisread(ilp32: true, i386: true).ShouldBeFalse();
        LayoutGuard.IsI386.ShouldBeFalse();
    }

    [Fact]
    public void The_errors_name_the_struct_and_the_remedy()
    {
        LayoutGuard.Misread("vfio_bitmap").ShouldBeOfType<PlatformNotSupportedException>().Message.ShouldContain("'vfio_bitmap' has another layout in a 32-bit process");
        LayoutGuard.DiffersFromC("demo").ShouldBeOfType<PlatformNotSupportedException>().Message.ShouldContain("[Reserved]");
    }
}

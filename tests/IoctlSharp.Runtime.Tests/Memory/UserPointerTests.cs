using System;
using System.Runtime.CompilerServices;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Memory;

public sealed class UserPointerTests
{
    [Fact]
    public unsafe void It_is_eight_bytes_that_carry_an_address()
    {
        Unsafe.SizeOf<UserPointer>().ShouldBe(8);
        int here = 0;
        var pointer = (UserPointer)(void*)&here;
        pointer.Value.ShouldBe((ulong)&here);
        ((UserPointer)(nint)(&here)).ShouldBe(pointer);
        (pointer == new UserPointer(pointer.Value)).ShouldBeTrue();
        (pointer != default).ShouldBeTrue();
        new UserPointer(0xabc).ToString().ShouldBe("0xabc");
    }

    [Fact]
    public void A_negative_address_of_32_bits_would_not_be_sign_extended() =>
        ((UserPointer)(nint)(-1)).Value.ShouldBe((ulong)nuint.MaxValue);
}

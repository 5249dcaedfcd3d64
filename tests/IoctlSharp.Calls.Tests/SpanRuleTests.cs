using System;
using IoctlSharp.Calls.Tests.Declarations;
using IoctlSharp.Calls.Tests.Recording;
using IoctlSharp.Interop;
using IoctlSharp.Iommu;
using IoctlSharp.Vfio;
using Shouldly;
using Xunit;

namespace IoctlSharp.Calls.Tests;

/// <summary>Spans that are shorter than what the kernel writes never reach it.</summary>
public sealed class SpanRuleTests
{
    private const int Fd = KernelRecording.Fd;

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(5)]
    public void Any_other_length_than_a_fixed_one_is_refused(int length)
    {
        using var kernel = new KernelRecording();
        ArgumentException error = Should.Throw<ArgumentException>(() => SpanRuleCalls.Fixed(Fd, new ushort[length]));
        error.ParamName.ShouldBe("token");
        error.Message.ShouldStartWith($"The kernel takes exactly 4 elements, not {length}.");
        SpanRuleCalls.TryFixed(Fd, new ushort[length]).ShouldBe(Errno.EINVAL);
        kernel.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void A_fixed_length_is_sent()
    {
        using var kernel = new KernelRecording(keep: 56).KeepsBehind(8, 8);
        KernelRecording.FromDirtyStack(() => SpanRuleCalls.Fixed(Fd, [1, 2, 3, 4]));
        kernel.Call.Behind[0].ShouldHold("0100 0200 0300 0400");
        kernel.Call.Bytes.AsSpan(0, 8).ToArray().ShouldHold("38000000 | 00000000");
    }

    [Fact]
    public void A_tail_and_a_lone_span_have_fixed_lengths_too()
    {
        using var kernel = new KernelRecording();
        Should.Throw<ArgumentException>(() => SpanRuleCalls.FixedTail(Fd, default, [1])).ParamName.ShouldBe("items");
        Should.Throw<ArgumentException>(() => SpanRuleCalls.FixedAlone(Fd, new byte[4])).ParamName.ShouldBe("bytes");
        kernel.Calls.ShouldBeEmpty();
        SpanRuleCalls.FixedTail(Fd, default, [1, 2]);
        SpanRuleCalls.FixedAlone(Fd, new byte[3]);
        kernel.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public void A_field_of_the_callers_struct_says_how_long_a_span_must_be()
    {
        using var kernel = new KernelRecording(keep: 56);
        var pointing = new Pointing { Length = 5 };
        ArgumentException error = Should.Throw<ArgumentException>(() => SpanRuleCalls.Minimum(Fd, in pointing, new uint[4]));
        error.ParamName.ShouldBe("data");
        error.Message.ShouldStartWith("The kernel takes 5 elements, and there are 4.");
        kernel.Calls.ShouldBeEmpty();
        KernelRecording.FromDirtyStack(() => SpanRuleCalls.Minimum(Fd, in pointing, new uint[6]));
        kernel.Call.Bytes.AsSpan(0, 16).ToArray().ShouldHold("38000000 | 05000000 | 0000000000000000");
    }

    [Fact]
    public void A_parameter_that_is_not_sent_says_how_long_a_span_must_be()
    {
        using var kernel = new KernelRecording(keep: 56);
        SpanRuleCalls.TryMinimum(Fd, new byte[3], 4).ShouldBe(Errno.EINVAL);
        SpanRuleCalls.TryMinimum(Fd, new byte[3], -1).ShouldBe(Errno.EINVAL);
        kernel.Calls.ShouldBeEmpty();
        SpanRuleCalls.TryMinimum(Fd, default, 0).ShouldBe(Errno.None);
        kernel.Call.ShouldHold("38000000" + new string('0', 104));
    }

    [Theory]
    [InlineData(0, 4096, 0)]
    [InlineData(1, 4096, 1)]
    [InlineData(64 * 4096, 4096, 1)]
    [InlineData((64 * 4096) + 1, 4096, 2)]
    [InlineData(1 << 20, 1, 16384)]
    public void A_bitmap_has_a_bit_for_each_page_in_whole_words(ulong length, uint pageSize, int words)
    {
        using var kernel = new KernelRecording();
        SpanRuleCalls.Bitmap(Fd, length, pageSize, new ulong[words]);
        var pointing = new Pointing { Result = length, Length = pageSize };
        SpanRuleCalls.TryBitmap(Fd, in pointing, new byte[words * 8]).ShouldBe(Errno.None);
        kernel.Calls.Count.ShouldBe(2);
        if (words == 0)
            return;
        ArgumentException error = Should.Throw<ArgumentException>(() => SpanRuleCalls.Bitmap(Fd, length, pageSize, new ulong[words - 1]));
        error.ParamName.ShouldBe("bitmap");
        error.Message.ShouldStartWith($"{length} bytes in pages of {pageSize} need a bitmap of {words * 8} bytes, and this one has {(words - 1) * 8}.");
        SpanRuleCalls.TryBitmap(Fd, in pointing, new byte[(words * 8) - 1]).ShouldBe(Errno.EINVAL);
        kernel.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public void A_page_has_bytes_and_no_length_overflows()
    {
        using var kernel = new KernelRecording();
        Should.Throw<ArgumentException>(() => SpanRuleCalls.Bitmap(Fd, 4096, 0, new ulong[9])).Message.ShouldContain("a page of 0 bytes");
        Should.Throw<ArgumentException>(() => SpanRuleCalls.Bitmap(Fd, ulong.MaxValue, 1, new ulong[9])).Message.ShouldContain("need a bitmap of 2305843009213693952 bytes");
        SpanGuard.HasBitPerPage(long.MaxValue, ulong.MaxValue, 0).ShouldBeFalse();
        kernel.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void The_bitmap_of_an_iommufd_has_a_bit_for_each_page()
    {
        using var kernel = new KernelRecording(keep: 48).KeepsBehind(40, 8).Returns(0).WritesBehind(40, 0, 5);
        using Iommufd iommufd = new(new IntPtr(Fd), ownsHandle: false);
        Should.Throw<ArgumentException>(() => iommufd.GetDirtyBitmap(new HwptId(3), 0x4000, 65 * 0x1000, 0x1000, new ulong[1])).ParamName.ShouldBe("bitmap");
        kernel.Calls.ShouldBeEmpty();
        ulong[] bitmap = new ulong[1];
        KernelRecording.FromDirtyStack(() => iommufd.GetDirtyBitmap(new HwptId(3), 0x4000, 64 * 0x1000, 0x1000, bitmap, IommuHwptGetDirtyBitmapFlags.NoClear));
        kernel.Call.Bytes.AsSpan(0, 40).ToArray().ShouldHold("30000000 | 03000000 | 01000000 00000000 | 0040000000000000 0000040000000000 0010000000000000");
        bitmap.ShouldBe([5ul]);
    }

    [Fact]
    public void A_virtual_function_is_bound_with_sixteen_bytes()
    {
        using var kernel = new KernelRecording(keep: 24).KeepsBehind(16, 16).Returns(0).Writes(12, 7u);
        using VfioCdev device = new(new IntPtr(Fd), ownsHandle: false);
        using Iommufd iommufd = new(new IntPtr(0x22), ownsHandle: false);
        Should.Throw<ArgumentException>(() => device.Bind(iommufd, "short"u8)).ParamName.ShouldBe("token");
        kernel.Calls.ShouldBeEmpty();
        device.Bind(iommufd, "0123456789abcdef"u8).ShouldBe(new DeviceId(7));
        kernel.Call.Bytes.AsSpan(0, 16).ToArray().ShouldHold("18000000 | 01000000 | 22000000 | 00000000");
        kernel.Call.Behind[0].ShouldHold("30313233343536373839616263646566");
    }
}

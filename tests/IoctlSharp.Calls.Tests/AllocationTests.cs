using System;
using System.Collections.Generic;
using IoctlSharp.Calls.Tests.Declarations;
using IoctlSharp.Calls.Tests.Recording;
using Shouldly;
using Xunit;

namespace IoctlSharp.Calls.Tests;

/// <summary>No form of call allocates, but the handle of a new fd and the buffer of an ask-again call.</summary>
public sealed class AllocationTests
{
    private const int Fd = KernelRecording.Fd;
    private const int Loops = 2000;

    private static readonly Device s_device = new(KernelRecording.NewFd(), ownsHandle: false);
    private static readonly Device?[] s_devices = [s_device, null, s_device];
    private static readonly byte[] s_bytes = new byte[5000];
    private static readonly int[] s_items = new int[1000];
    private static readonly ushort[] s_words = new ushort[4];
    private static readonly string s_longText = new('x', 2000);
    private static Holes s_holes;
    private static Sized s_sized;
    private static readonly Nested s_nested = new() { Kind = 1 };
    private static Large s_large;
    private static readonly LargeListed s_largeListed = new();
    private static Listed s_listed;
    private static readonly Data s_data = new() { Flags = Modes.Read };

    private static readonly Dictionary<string, Action> s_calls = new()
    {
        ["none"] = () => ArgumentCalls.None(Fd),
        ["value"] = () => ArgumentCalls.Enum(Fd, Operation.Stop),
        ["in"] = () => ArgumentCalls.In(Fd, in s_holes),
        ["out"] = () => ArgumentCalls.Out(Fd, out s_holes),
        ["ref"] = () => ArgumentCalls.SizedRef(Fd, ref s_sized),
        ["nested"] = () => ArgumentCalls.Nest(Fd, in s_nested),
        ["large in"] = () => ArgumentCalls.LargeIn(Fd, in s_large),
        ["large ref"] = () => ArgumentCalls.LargeRef(Fd, ref s_large),
        ["scalar"] = () => ArgumentCalls.ScalarOut(Fd, out _),
        ["handle"] = () => ArgumentCalls.Handle(s_device, s_device),
        ["handle by pointer"] = () => ArgumentCalls.HandlePointer(s_device, in s_device),
        ["typed handle"] = () => ResultCalls.Nothing(s_device),
        ["int"] = () => ResultCalls.Int(s_device, 1),
        ["struct"] = () => ResultCalls.Struct(s_device),
        ["retry"] = () => ResultCalls.Retry(s_device, in s_sized),
        ["fields"] = () => FieldCalls.Value(Fd, 1, Modes.Read),
        ["field result"] = () => FieldCalls.Return(Fd, 1),
        ["field handle"] = () => FieldCalls.Handle(s_device, s_device),
        ["field spans"] = () => FieldCalls.Spans(Fd, s_bytes, default, s_bytes),
        ["tail"] = () => TailCalls.In(Fd, in s_listed, s_items.AsSpan(0, 3)),
        ["long tail"] = () => TailCalls.Ref(Fd, ref s_listed, s_items),
        ["tail of one struct"] = () => TailCalls.SingleIn(Fd, in s_data, in s_holes),
        ["tail of handles"] = () => TailCalls.Handles(s_device, s_devices),
        ["tail struct"] = () => TailStructCalls.Return(Fd, 1),
        ["tail struct of fields"] = () => TailStructCalls.Fields(s_device, 1, s_device, 1),
        ["tail struct with span"] = () => TailStructCalls.Span(Fd, s_words, Modes.Read),
        ["tail of a tail"] = () => TailStructCalls.Handles(s_device, s_devices),
        ["large with tail"] = () => TailCalls.Large(Fd, in s_largeListed, default),
        ["lone span"] = () => SpanCalls.Name(Fd, s_bytes),
        ["number"] = () => SpanCalls.Bit(Fd, 3, s_bytes),
        ["text"] = () => SpanCalls.Text(Fd, "0000:06:0d.0"),
        ["long text"] = () => SpanCalls.Text(Fd, s_longText),
        ["text of bytes"] = () => SpanCalls.TextBytes(Fd, "0000:06:0d.0"u8),
        ["try"] = () => TryCalls.Nothing(s_device),
        ["try value"] = () => TryCalls.Value(s_device, in s_sized, out _),
        ["try tail of handles"] = () => TryCalls.Tail(s_device, ref s_listed, s_devices),
        ["try null"] = () => TryCalls.Nothing(null!),
        ["try text"] = () => TryCalls.Text(s_device, "0000:06:0d.0"),
        ["try span"] = () => TryCalls.SpanField(s_device, s_bytes.AsSpan(0, 100)),
    };

    public static IEnumerable<TheoryDataRow<string>> Forms => System.Linq.Enumerable.Select(s_calls.Keys, form => new TheoryDataRow<string>(form));

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_call_allocates_nothing(string form)
    {
        using var kernel = new KernelRecording();
        Measure(s_calls[form]).ShouldBe(0);
    }

    [Fact]
    public void A_failed_call_that_never_throws_allocates_nothing()
    {
        using var kernel = new KernelRecording();
        // A real fd's real error: scripted answers come to an end.
        using var closed = new Device(int.MaxValue, ownsHandle: false);
        TryCalls.Nothing(closed).ShouldBe(Errno.EBADF);
        Measure(() => TryCalls.Nothing(closed)).ShouldBe(0);
    }

    [Fact]
    public void The_measurement_sees_one_object()
    {
        object? kept = null;
        Measure(() => kept = new object()).ShouldBeGreaterThanOrEqualTo(Loops * 16);
        kept.ShouldNotBeNull();
    }

    private static long Measure(Action call)
    {
        for (int i = 0; i < 50; i++)
            call();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Loops; i++)
            call();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}

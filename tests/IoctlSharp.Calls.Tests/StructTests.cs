using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IoctlSharp.Calls.Tests.Declarations;
using IoctlSharp.Calls.Tests.Recording;
using Shouldly;
using Xunit;

namespace IoctlSharp.Calls.Tests;

/// <summary>What the generated part gives a struct: bit-fields, unions, aliases, arrays, text.</summary>
public sealed class StructTests
{
    public StructTests() => NativeRecorder.Require();

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(0, 7, 0)]
    [InlineData(0, 0, 15)]
    [InlineData(1, 5, 10)]
    public void Bit_fields_of_a_byte_are_Cs(byte first, byte second, byte third)
    {
        Words words = new() { First = first, Second = second, Third = third };
        Bytes(words)[14].ShouldBe(NativeRecorder.BitsNarrow(first, second, third));
        (words.First, words.Second, words.Third).ShouldBe((first, second, third));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(7, 0xfff, 0)]
    [InlineData(1, 0x123, 0x456)]
    [InlineData(0, 0, 0xfff)]
    public void Bit_fields_around_unnamed_bits_are_Cs(ushort kind, uint count, uint last)
    {
        Words words = new() { Kind = (Operation)kind, Count = count, Last = last };
        BitConverter.ToUInt32(Bytes(words), 8).ShouldBe(NativeRecorder.BitsWide(kind, count, last));
        (words.Kind, words.Count, words.Last).ShouldBe(((Operation)kind, count, last));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0x1ffffffff, 0, 1)]
    [InlineData(0x123456789, 0x2bcdef01, 1)]
    public void Bit_fields_of_eight_bytes_are_Cs(ulong low, ulong middle, ulong top)
    {
        Words words = new() { Low = low, Middle = middle, Top = top };
        BitConverter.ToUInt64(Bytes(words)).ShouldBe(NativeRecorder.BitsFull(low, middle, top));
        (words.Low, words.Middle, words.Top).ShouldBe((low, middle, top));
    }

    [Fact]
    public void A_bit_field_leaves_its_neighbours_alone_and_refuses_what_it_cannot_hold()
    {
        Words words = DirtyStack.Struct<Words>();
        words.Count = 0;
        Bytes(words).AsSpan(8, 4).ToArray().ShouldHold("cc00c0cc");
        Should.Throw<ArgumentOutOfRangeException>(() => words.Count = 0x1000);
        Should.Throw<ArgumentOutOfRangeException>(() => words.First = 2);
        Should.Throw<ArgumentOutOfRangeException>(() => words.Kind = (Operation)32);
        Bytes(words).AsSpan(8, 4).ToArray().ShouldHold("cc00c0cc");
    }

    // Most significant byte first, and the first bit-field at the most significant end, as big-endian C has it.
    [Fact]
    public void A_big_endian_devices_word_is_so_on_every_machine()
    {
        Words words = new() { DeviceLow = 0xa, DeviceHigh = 0xbcd };
        Bytes(words).AsSpan(12, 2).ToArray().ShouldHold("abcd");
        (words.DeviceLow, words.DeviceHigh).ShouldBe(((ushort)0xa, (ushort)0xbcd));
    }

    [Fact]
    public void Words_are_sent_without_their_hole()
    {
        using var kernel = new KernelRecording(keep: 16);
        Words words = DirtyStack.Struct<Words>();
        KernelRecording.FromDirtyStack(() => ArgumentCalls.Word(KernelRecording.Fd, in words));
        kernel.Call.ShouldHold("cccccccccccccccc | cccccccc | cccc | cc | 00");
    }

    [Fact]
    public void The_arms_of_a_union_and_the_aliases_of_a_field_share_their_bytes()
    {
        using var kernel = new KernelRecording(keep: 24);
        Chosen chosen = DirtyStack.Struct<Chosen>();
        chosen.Op = Operation.Start;
        chosen.Choice.Number = 0;
        chosen.Choice.Operation = Operation.Stop;
        chosen.Pattern = 0x11223344;
        (chosen.Value, chosen.Seed).ShouldBe((0x11223344u, 0x11223344u));
        KernelRecording.FromDirtyStack(() => ArgumentCalls.Choose(KernelRecording.Fd, in chosen));
        kernel.Call.ShouldHold("0100 000000000000 | 0700000000000000 | 44332211 00000000");
    }

    [Fact]
    public void What_C_gives_no_name_is_sent_and_printed_without_one()
    {
        using var kernel = new KernelRecording(keep: 16).Returns(0).Writes(4, 0x02000001u);
        Status status = new() { Code = 7, Range = new Status.Span { First = 8, Last = 9 } };
        status.Detail.InvalidFlags = 0x112233;
        status.Detail.Retries = 0x44;
        status.Detail.Checked.ShouldBe(new Status.Pair { Seed = 0x2233, Mask = 0x4411 });
        KernelRecording.FromDirtyStack(() => ArgumentCalls.Report(KernelRecording.Fd, ref status));
        kernel.Call.ShouldHold("07000000 | 33221144 | 08000000 09000000");
        (status.Detail.InvalidFlags, status.Detail.Retries).ShouldBe((1u, 2u));
        status.Range.ToString().ShouldBe("{ first = 8, last = 9 }");
        status.Detail.ToString().ShouldBe("{ size = 33554433, checked = { seed = 1, mask = 512 }, invalid_flags = 1, retries = 2 }");
    }

    [Fact]
    public void Arrays_are_spans_over_the_structs_own_bytes()
    {
        Named named = default;
        named.Table[3] = 0x1234;
        named.QuadSpan.Fill(5);
        named.SetTable(0, 7);
        named.GetTable(3).ShouldBe((ushort)0x1234);
        Bytes(named).AsSpan(16, 24).ToArray().ShouldHold("0700 0000 0000 3412 | 05000000 05000000 05000000 05000000");
        named.SetTable([9, 8]);
        named.Table.ToArray().ShouldBe([9, 8, 0, 0]);
        ushort[] copy = new ushort[4];
        named.CopyTableTo(copy);
        copy.ShouldBe([9, 8, 0, 0]);
    }

    [Fact]
    public void What_does_not_fit_an_array_is_refused()
    {
        Named named = default;
        Should.Throw<ArgumentOutOfRangeException>(() => named.SetTable(4, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => named.GetTable(-1));
        Should.Throw<ArgumentException>(() => named.SetTable([1, 2, 3, 4, 5]));
        Should.Throw<ArgumentException>(() => named.CopyTableTo(new ushort[3]));
    }

    [Fact]
    public void Text_is_NUL_terminated_and_never_cut()
    {
        Named named = DirtyStack.Struct<Named>();
        named.Name = "grün";
        Bytes(named).AsSpan(0, 16).ToArray().ShouldHold("67 72 c3bc 6e 0000000000000000000000");
        named.Name.ShouldBe("grün");
        named.Name = new string('x', 15);
        named.Name.Length.ShouldBe(15);
        Should.Throw<ArgumentException>(() => named.Name = new string('x', 16));
        Should.Throw<ArgumentException>(() => named.Name = "a\0b");
        Should.Throw<ArgumentNullException>(() => named.Name = null!);
        named.Name.Length.ShouldBe(15);
        DirtyStack.Struct<Named>().Name.Length.ShouldBe(16, "text without a NUL ends with its array");
    }

    [Fact]
    public void ToString_prints_C_names_flags_and_the_size_that_is_sent()
    {
        new Sized { Flags = Modes.Read | Modes.Fixed, Index = 3, Size = 0x1000 }.ToString()
            .ShouldBe("sized { argsz = 24, flags = MODE_READ | MODE_FIXED, index = 3, size = 0x1000 }");
        new Sized { Flags = (Modes)0x22 }.ToString().ShouldContain("flags = MODE_WRITE | 0x20");
        new Sized().ToString().ShouldContain("flags = MODE_NONE");
        new Words { Kind = Operation.Stop, Count = 5, Top = 1 }.ToString()
            .ShouldBe("words { low = 0, middle = 0, top = 1, kind = OP_STOP, count = 5, last = 0, device_low = 0, device_high = 0, first = 0, second = 0, third = 0 }");
    }

    [Fact]
    public void Constants_have_their_C_names()
    {
        Operation.Stop.ToCName().ShouldBe("OP_STOP");
        ((Operation)9).ToCName().ShouldBe("9");
        (Modes.Read | Modes.Write).ToCName().ShouldBe("MODE_READ | MODE_WRITE");
    }

    [Fact]
    public void Structs_have_the_sizes_that_C_gives_them()
    {
        (Unsafe.SizeOf<Holes>(), Unsafe.SizeOf<Nested>(), Unsafe.SizeOf<Packed>(), Unsafe.SizeOf<Words>(), Unsafe.SizeOf<LargeListed>(), Unsafe.SizeOf<Overlapped>())
            .ShouldBe((24, 88, 13, 16, 608, 16));
    }

    private static byte[] Bytes<T>(T value)
        where T : unmanaged => MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)).ToArray();
}

using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class ElementHasPaddingTests
{
    [Fact]
    public Task A_lone_span() => Rule.Flags(
        RuleIds.ElementHasPadding,
        """
        [KernelStruct("e")] public partial struct Entry { public byte Kind; public uint Value; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, ReadOnlySpan<Entry> [|entries|]);
        }
        """,
        "'entries' of 'Set' sends elements of 'Entry' as they stand, with 3 bytes of padding at offset 1 that hold whatever the caller's memory holds: declare the padding as a [Reserved] field");

    [Fact]
    public Task A_tail() => Rule.Flags(
        RuleIds.ElementHasPadding,
        """
        [KernelStruct("e")] public partial struct Entry { public byte Kind; public uint Value; }
        [KernelStruct("l"), Tail("entries", typeof(Entry))] public partial struct List { [TailCount] private uint _count; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, in List list, [Tail] ReadOnlySpan<Entry> [|entries|]);
        }
        """);

    [Fact]
    public Task A_pointer_field() => Rule.Flags(
        RuleIds.ElementHasPadding,
        """
        [KernelStruct("e")] public partial struct Entry { public ulong Value; public byte Kind; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Address))] Span<Entry> [|entries|]);
        }
        """);

    [Fact]
    public Task A_hole_on_64_bits_only() => Rule.Flags(
        RuleIds.ElementHasPadding,
        """
        [KernelStruct("e")] public partial struct Entry { public uint Kind; public ulong Value; }
        [KernelStruct("l"), Tail("entries", typeof(Entry))] public partial struct List { public ulong Count; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, in List list, [Tail] ReadOnlySpan<Entry> [|entries|]);
        }
        """);

    [Fact]
    public Task Padding_declared() => Rule.IsSilent(
        """
        [KernelStruct("e")] public partial struct Entry { public byte Kind; [Reserved] private byte _p0; [Reserved] private ushort _p1; public uint Value; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, ReadOnlySpan<Entry> entries);
        }
        """);

    [Fact]
    public Task One_struct_with_a_hole() => Rule.IsSilent(
        """
        [KernelStruct("e")] public partial struct Entry { public byte Kind; public uint Value; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, in Entry entry);
        }
        """);
}

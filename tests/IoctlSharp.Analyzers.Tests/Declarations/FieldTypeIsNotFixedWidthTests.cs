using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class FieldTypeIsNotFixedWidthTests
{
    [Fact]
    public Task A_bool() => Rule.Flags(
        RuleIds.FieldTypeIsNotFixedWidth,
        """
        [KernelStruct("s")] public partial struct S { public bool [|Value|]; }
        """,
        "'S.Value' is of type 'bool', which has no fixed width in a struct that the kernel reads: use byte to ulong for __u8 to __u64, a fixed buffer or [InlineArray] for an array, nint for a C long, UserPointer for an address in a __u64");

    [Fact]
    public Task A_char_a_string_and_an_array() => Rule.Flags(
        RuleIds.FieldTypeIsNotFixedWidth,
        """
        [KernelStruct("s")] public partial struct S { public char [|Letter|]; public string [|Name|]; public byte[] [|Bytes|]; }
        """);

    [Fact]
    public Task A_decimal_and_an_object() => Rule.Flags(
        RuleIds.FieldTypeIsNotFixedWidth,
        """
        [KernelStruct("s")] public partial struct S { public decimal [|Money|]; public object [|Any|]; }
        """);

    [Fact]
    public Task Structs_of_the_framework() => Rule.Flags(
        RuleIds.FieldTypeIsNotFixedWidth,
        """
        [KernelStruct("s")] public partial struct S { public DateTime [|A|]; public int? [|B|]; public Guid [|C|]; public TimeSpan [|D|]; public DateOnly [|E|]; public (uint, uint) [|F|]; public Half [|G|]; }
        """);

    [Fact]
    public Task A_buffer_of_bool() => Rule.Flags(
        RuleIds.FieldTypeIsNotFixedWidth,
        """
        [KernelStruct("s")] public unsafe partial struct S { public fixed bool [|Values|][4]; }
        """);

    [Fact]
    public Task Its_methods_and_the_structs_around_it_stay_silent() => Rule.Flags(
        RuleIds.FieldTypeIsNotFixedWidth,
        """
        [KernelStruct("s")] public partial struct S { public bool [|Value|]; }
        [KernelStruct("outer")] public partial struct Outer { public S Inner; }
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Set(this Device device, in S value);
            [Ioctl(IoctlMacro.IOW, 2)] public static partial void SetOuter(this Device device, in Outer value);
            [Ioctl(IoctlMacro.IOW, 3)] public static partial void SetMany(this Device device, ReadOnlySpan<S> values);
        }
        """);

    [Fact]
    public Task Every_scalar() => Rule.IsSilent(
        """
        public enum E : ushort { None }
        [KernelStruct("s")] public unsafe partial struct S { public sbyte A; public byte B; public short C; public int D; public uint F; public int G; public long H; public ulong I; public nint J; public nuint K; public UserPointer M; public void* P; public delegate* unmanaged<void> Q; public E N; [Reserved] private ushort _p0; public int O; }
        """);

    [Fact]
    public Task Arrays() => Rule.IsSilent(
        """
        [InlineArray(4)] public struct Four { private uint _first; }
        [KernelStruct("s")] public unsafe partial struct S { public fixed byte Name[8]; public Four Values; }
        """);

    [Fact]
    public Task An_unknown_type() => Rule.LeavesToCompiler(
        """
        [KernelStruct("s")] public partial struct S { public Missing Value; }
        """);

    [Fact]
    public Task A_struct_that_holds_itself() => Rule.LeavesToCompiler(
        """
        [KernelStruct("s")] public partial struct S { public S Value; }
        """);

    [Fact]
    public Task An_array_that_holds_itself() => Rule.LeavesToCompiler(
        """
        [InlineArray(4)] public struct Four { private Four _first; }
        [KernelStruct("s")] public partial struct S { public Four Values; }
        """);
}

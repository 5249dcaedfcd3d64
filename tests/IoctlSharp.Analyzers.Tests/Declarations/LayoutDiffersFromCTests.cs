using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class LayoutDiffersFromCTests
{
    [Fact]
    public Task Packed_by_hand() => Rule.Flags(
        RuleIds.LayoutDiffersFromC,
        """
        [KernelStruct("s"), StructLayout(LayoutKind.Sequential, Pack = 1)] public partial struct S { public byte Kind; public uint [|Value|]; }
        """,
        "'S.Value' has offset 4 in C but offset 1 in C#: correct what its [StructLayout], [FieldOffset] or [Aligned] says, or remove it so that the layout of C is generated");

    [Fact]
    public Task A_wrong_offset() => Rule.Flags(
        RuleIds.LayoutDiffersFromC,
        """
        [KernelStruct("s"), StructLayout(LayoutKind.Explicit)] public partial struct S { [FieldOffset(0)] public byte Kind; [FieldOffset(8)] public uint [|Value|]; }
        """);

    [Fact]
    public Task A_size_too_small() => Rule.Flags(
        RuleIds.LayoutDiffersFromC,
        """
        [KernelStruct("s"), StructLayout(LayoutKind.Sequential, Size = 12)] public partial struct [|S|] { public ulong A; public uint B; }
        """);

    [Fact]
    public Task Packed_in_C_too() => Rule.IsSilent(
        """
        [KernelStruct("s", Packed = true)] public partial struct S { public byte Kind; public uint Value; }
        """);

    [Fact]
    public Task The_offsets_of_C() => Rule.IsSilent(
        """
        [KernelStruct("s"), StructLayout(LayoutKind.Explicit)] public partial struct S { [FieldOffset(0)] public byte Kind; [FieldOffset(4)] public uint Value; }
        """);
}

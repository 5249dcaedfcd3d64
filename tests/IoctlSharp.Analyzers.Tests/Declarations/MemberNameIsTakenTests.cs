using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class MemberNameIsTakenTests
{
    [Fact]
    public Task A_field_s_name() => Rule.Flags(
        RuleIds.MemberNameIsTaken,
        """
        [KernelStruct("s")] public partial struct S { [[|Bits("Mode", 8)|]] private byte _word; public byte Mode; }
        """,
        "'_word' of 'S' needs a member 'Mode' in the generated part, but that name is taken or no identifier: choose another name");

    [Fact]
    public Task No_identifier() => Rule.Flags(
        RuleIds.MemberNameIsTaken,
        """
        [KernelStruct("s")] public partial struct S { [[|Alias("not a name")|]] public uint Word; }
        """);

    [Fact]
    public Task The_property_of_an_array() => Rule.Flags(
        RuleIds.MemberNameIsTaken,
        """
        [KernelStruct("s")] public unsafe partial struct S { private fixed byte [|_name|][8]; public string Name => ""; }
        """);

    [Fact]
    public Task A_group_s_Commands() => Rule.Flags(
        RuleIds.MemberNameIsTaken,
        """
        [IoctlGroup('x')] public static partial class Calls { public static class [|Commands|] { } [Ioctl(IoctlMacro.IO, 1)] public static partial void Reset(Device device); }
        """);

    [Fact]
    public Task What_every_struct_has() => Rule.Flags(
        RuleIds.MemberNameIsTaken,
        """
        [KernelStruct("s")] public partial struct S { [[|Alias("GetHashCode")|]] public uint Word; }
        """);

    [Fact]
    public Task Free_names() => Rule.IsSilent(
        """
        [KernelStruct("s")] public unsafe partial struct S { private fixed byte _name[8]; [Alias("Pattern")] public uint Word; }
        """);
}

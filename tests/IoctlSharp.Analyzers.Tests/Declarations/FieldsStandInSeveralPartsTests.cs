using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class FieldsStandInSeveralPartsTests
{
    [Fact]
    public Task A_field_in_another_part() => Rule.Flags(
        RuleIds.FieldsStandInSeveralParts,
        """
        [KernelStruct("s")] public partial struct S { public uint First; }
        public partial struct S { public uint [|Second|]; }
        """,
        "Field 'Second' of 'S' stands in another part than the fields before it, which leaves the order of the layout undefined: move it to the part with the others");

    [Fact]
    public Task A_private_field_behind_a_property() => Rule.Flags(
        RuleIds.FieldsStandInSeveralParts,
        """
        [KernelStruct("s")] public partial struct S { [ArgSize] private uint _argsz; public uint Flags; }
        public partial struct S { private uint [|_kind|]; public readonly uint Kind => _kind; }
        """);

    [Fact]
    public Task Methods_in_another_part() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { public uint First; }
        public partial struct S { public readonly uint Twice() => First * 2; public static uint Count; }
        """);
}

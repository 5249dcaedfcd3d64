using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class CapabilityFlagIsNotConstantTests
{
    [Fact]
    public Task No_flag() => Rule.Flags(
        RuleIds.CapabilityFlagIsNotConstant,
        """
        [KernelStruct("s")] public partial struct S { [ArgSize] private uint _argsz; public Bit Flags; [[|CapabilityOffset(Flags = nameof(Flags))|]] private uint _cap; }
        """,
        "[CapabilityOffset] on 'S._cap' needs both Flags and Flag, and in Flag a constant of the type of 'Flags': write the bit that says that the offset is valid");

    [Fact]
    public Task A_flag_of_another_enum() => Rule.Flags(
        RuleIds.CapabilityFlagIsNotConstant,
        """
        [KernelStruct("s")] public partial struct S { [ArgSize] private uint _argsz; public Bit Flags; [[|CapabilityOffset(Flags = nameof(Flags), Flag = DayOfWeek.Friday)|]] private uint _cap; }
        """);

    [Fact]
    public Task A_flag_without_its_field() => Rule.Flags(
        RuleIds.CapabilityFlagIsNotConstant,
        """
        [KernelStruct("s")] public partial struct S { [ArgSize] private uint _argsz; public Bit Flags; [[|CapabilityOffset(Flag = Bit.One)|]] private uint _cap; }
        """);

    [Fact]
    public Task Neither() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { [ArgSize] private uint _argsz; public Bit Flags; [CapabilityOffset] private uint _cap; }
        """);
}

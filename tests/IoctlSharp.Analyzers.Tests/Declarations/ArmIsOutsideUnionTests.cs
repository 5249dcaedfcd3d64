using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class ArmIsOutsideUnionTests
{
    [Fact]
    public Task A_field_of_a_struct() => Rule.Flags(
        RuleIds.ArmIsOutsideUnion,
        """
        [KernelStruct("settings")] public partial struct Settings { public Bit Flags; [[|Arm(Bit.One)|]] public uint Value; }
        """,
        "[Arm] on 'Settings.Value' has no effect, because 'Settings' is no [KernelUnion]: put it on the union's field, or remove it");

    [Fact]
    public Task Two_values_for_a_field_of_a_struct() => Rule.Flags(
        RuleIds.ArmIsOutsideUnion,
        """
        [KernelStruct("settings")] public partial struct Settings { public Bit Flags; [[|Arm(Bit.One)|], [|Arm(Bit.Two)|]] public uint Value; }
        """);

    [Fact]
    public Task An_arm() => Rule.IsSilent(
        """
        [KernelUnion, StructLayout(LayoutKind.Explicit)] public partial struct Either { [FieldOffset(0), Arm(Bit.One)] public uint A; [FieldOffset(0), Arm(Bit.Two)] public int B; }
        """);
}

using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class CapabilityFlagsFieldIsUnknownTests
{
    [Fact]
    public Task An_unknown_field() => Rule.Flags(
        RuleIds.CapabilityFlagsFieldIsUnknown,
        """
        [KernelStruct("s")] public partial struct S { [ArgSize] private uint _argsz; public Bit Flags; [[|CapabilityOffset(Flags = "Flag", Flag = Bit.One)|]] private uint _cap; }
        """,
        "[CapabilityOffset] on 'S._cap' names the flags field 'Flag', which 'S' does not have: write Flags = nameof(...) of one of its fields");

    [Fact]
    public Task A_field_of_another_struct() => Rule.Flags(
        RuleIds.CapabilityFlagsFieldIsUnknown,
        """
        [KernelStruct("s")] public partial struct S { [ArgSize] private uint _argsz; public uint Kind; [[|CapabilityOffset(Flags = nameof(Plain.Address), Flag = Bit.Two)|]] private uint _cap; }
        """);

    [Fact]
    public Task A_known_field() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { [ArgSize] private uint _argsz; public Bit Flags; [CapabilityOffset(Flags = nameof(Flags), Flag = Bit.One)] private uint _cap; }
        """);
}

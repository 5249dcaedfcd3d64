using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class DiscriminatorIsUnknownTests
{
    [Fact]
    public Task An_unknown_field() => Rule.Flags(
        RuleIds.DiscriminatorIsUnknown,
        """
        [KernelUnion, StructLayout(LayoutKind.Explicit)] public partial struct U { [FieldOffset(0)] public uint Word; }
        [KernelStruct("s")] public partial struct S { public uint Op; [[|Union(Discriminator = "Opcode")|]] public U Value; }
        """,
        "[Union] on 'S.Value' names the discriminator 'Opcode', which is no other field of 'S': write Discriminator = nameof(...) of the field that says which arm is valid");

    [Fact]
    public Task The_union_itself() => Rule.Flags(
        RuleIds.DiscriminatorIsUnknown,
        """
        [KernelUnion, StructLayout(LayoutKind.Explicit)] public partial struct U { [FieldOffset(0)] public uint Word; }
        [KernelStruct("s")] public partial struct S { public uint Op; [[|Union(Discriminator = nameof(Value))|]] public U Value; }
        """);

    [Fact]
    public Task A_known_field() => Rule.IsSilent(
        """
        [KernelUnion, StructLayout(LayoutKind.Explicit)] public partial struct U { [FieldOffset(0)] public uint Word; }
        [KernelStruct("s")] public partial struct S { public uint Op; [Union(Discriminator = nameof(Op))] public U Value; }
        """);
}

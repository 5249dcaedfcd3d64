using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class FieldAttributeHasNoStructTests
{
    [Fact]
    public Task A_plain_struct() => Rule.Flags(
        RuleIds.FieldAttributeHasNoStruct,
        """
        public struct S { [[|ArgSize|]] public uint Size; }
        """,
        "[ArgSize] on 'S.Size' has no effect, because 'S' is no kernel struct: put [KernelStruct] or [KernelUnion] on 'S', or remove it");

    [Fact]
    public Task A_class() => Rule.Flags(
        RuleIds.FieldAttributeHasNoStruct,
        """
        public class C { [[|Reserved|]] public uint Value; }
        """);

    [Fact]
    public Task A_static_field_of_a_kernel_struct() => Rule.Flags(
        RuleIds.FieldAttributeHasNoStruct,
        """
        [KernelStruct("s")] public partial struct S { public uint Value; [[|Reserved|]] public static uint Count; }
        """);

    [Fact]
    public Task A_tail_on_a_plain_struct() => Rule.Flags(
        RuleIds.FieldAttributeHasNoStruct,
        """
        [[|Tail("items", typeof(int))|]] public struct S { public uint Value; }
        """);

    [Fact]
    public Task A_kernel_struct() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { [ArgSize] private uint _argsz; public uint Value; }
        """);

    [Fact]
    public Task Somebody_else_s_attribute() => Rule.IsSilent(
        """
        namespace Other { public sealed class ArgSizeAttribute : System.Attribute; public struct S { [ArgSize] public uint Size; } }
        """);
}

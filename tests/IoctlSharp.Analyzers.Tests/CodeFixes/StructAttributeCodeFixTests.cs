using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class StructAttributeCodeFixTests
{
    [Fact]
    public Task A_struct_that_is_no_union() => Fix.Makes<StructAttributeCodeFix>(
        RuleIds.StructIsAlsoUnion,
        """
        // A comment.
        [KernelStruct("s"), KernelUnion("s")]
        public partial struct S { public uint Value; }
        """,
        """
        // A comment.
        [KernelStruct("s")]
        public partial struct S { public uint Value; }
        """,
        "Remove [KernelUnion]");

    [Fact]
    public Task A_union_that_is_no_struct() => Fix.Makes<StructAttributeCodeFix>(
        RuleIds.StructIsAlsoUnion,
        """
        [KernelStruct("s")]
        [KernelUnion("s"), StructLayout(LayoutKind.Explicit)]
        public partial struct S { [FieldOffset(0)] public uint Value; }
        """,
        """
        [KernelUnion("s"), StructLayout(LayoutKind.Explicit)]
        public partial struct S { [FieldOffset(0)] public uint Value; }
        """,
        "Remove [KernelStruct]");

    [Fact]
    public Task The_tag_that_the_name_says() => Fix.Makes<StructAttributeCodeFix>(
        RuleIds.StructHasNoCName,
        """
        [KernelStruct("", Header = "linux/vfio.h")] public partial struct VfioGroupStatus { public uint Flags; }
        [KernelStruct(" ")] public partial struct IrqInfo { public uint Flags; }
        """,
        """
        [KernelStruct("vfio_group_status", Header = "linux/vfio.h")] public partial struct VfioGroupStatus { public uint Flags; }
        [KernelStruct("irq_info")] public partial struct IrqInfo { public uint Flags; }
        """);

    [Fact]
    public Task An_anonymous_struct_without_its_tag() => Fix.Makes<StructAttributeCodeFix>(
        RuleIds.AnonymousStructHasCName,
        """
        [KernelStruct("s", Anonymous = true)] public partial struct S { public uint Value; }
        """,
        """
        [KernelStruct(Anonymous = true)] public partial struct S { public uint Value; }
        """,
        "Remove the C tag");

    [Fact]
    public Task A_tagged_struct_that_is_not_anonymous() => Fix.Makes<StructAttributeCodeFix>(
        RuleIds.AnonymousStructHasCName,
        """
        [KernelStruct("s", Anonymous = true)] public partial struct S { public uint Value; }
        """,
        """
        [KernelStruct("s")] public partial struct S { public uint Value; }
        """,
        "Remove Anonymous");
}

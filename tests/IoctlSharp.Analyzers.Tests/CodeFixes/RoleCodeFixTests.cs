using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class RoleCodeFixTests
{
    [Fact]
    public Task A_second_size() => Fix.Makes<RoleCodeFix>(
        RuleIds.AttributeIsRepeated,
        """
        [KernelStruct("s")]
        public partial struct S
        {
            [ArgSize] private uint _a;

            // What follows.
            [ArgSize] public uint Count; // A comment.
        }
        """,
        """
        [KernelStruct("s")]
        public partial struct S
        {
            [ArgSize] private uint _a;

            // What follows.
            public uint Count; // A comment.
        }
        """,
        "Remove [ArgSize]");

    [Fact]
    public Task A_parameter_would_be_another_argument() => Fix.IsNotOffered<RoleCodeFix>(
        RuleIds.AttributeIsRepeated,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, [Number] byte first, [Number] byte second);
        }
        """);

    [Fact]
    public Task One_of_two_roles() => Fix.Makes<RoleCodeFix>(
        RuleIds.FieldRolesContradict,
        """
        [KernelStruct("s")] public partial struct S { [ArgSize, Reserved] private uint _a; public uint Flags; }
        [KernelStruct("t")] public partial struct T { [Reserved, ArgSize] private uint _a; public uint Flags; }
        """,
        """
        [KernelStruct("s")] public partial struct S { [ArgSize] private uint _a; public uint Flags; }
        [KernelStruct("t")] public partial struct T { [ArgSize] private uint _a; public uint Flags; }
        """,
        "Remove [Reserved]");

    [Fact]
    public Task A_count_without_a_tail() => Fix.Makes<RoleCodeFix>(
        RuleIds.TailCountHasNoTail,
        """
        [KernelStruct("s")]
        public partial struct S
        {
            /// <summary>How many.</summary>
            [TailCount]
            public uint Count;
        }
        """,
        """
        [KernelStruct("s")]
        public partial struct S
        {
            /// <summary>How many.</summary>
            public uint Count;
        }
        """,
        "Remove [TailCount]");

    [Fact]
    public Task A_union_that_is_none() => Fix.Makes<RoleCodeFix>(
        RuleIds.UnionFieldIsNotUnion,
        """
        [KernelStruct("s")] public partial struct S { [Union] public uint First; [Union] public Plain Second; }
        """,
        """
        [KernelStruct("s")] public partial struct S { public uint First; public Plain Second; }
        """);

    [Fact]
    public Task One_of_two_places() => Fix.Makes<RoleCodeFix>(
        RuleIds.ParameterAttributesContradict,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, in Listed value, [Field("Flags"), Tail] ReadOnlySpan<int> items);
        }
        """,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, in Listed value, [Tail] ReadOnlySpan<int> items);
        }
        """,
        "Remove [Field]");

    [Fact]
    public Task Parameters_of_no_ioctl() => Fix.Makes<RoleCodeFix>(
        RuleIds.ParameterAttributeHasNoIoctl,
        """
        public static class C
        {
            public static void Set([Field("Value")] uint value) { }

            public static void Send(Device device, [Field("Value")] uint value) { }
        }
        """,
        """
        public static class C
        {
            public static void Set(uint value) { }

            public static void Send(Device device, uint value) { }
        }
        """,
        "Remove [Field]");
}

using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class TypeIsNotPartialTests
{
    [Fact]
    public Task A_struct() => Rule.Flags(
        RuleIds.TypeIsNotPartial,
        """
        [KernelStruct("s")] public struct [|S|] { public uint Value; }
        """,
        "'S' is not partial, so nothing can be added to it: write 'partial' before its keyword");

    [Fact]
    public Task A_union() => Rule.Flags(
        RuleIds.TypeIsNotPartial,
        """
        [KernelUnion("u"), StructLayout(LayoutKind.Explicit)] public struct [|U|] { [FieldOffset(0)] public uint Value; }
        """);

    [Fact]
    public Task A_group() => Rule.Flags(
        RuleIds.TypeIsNotPartial,
        """
        [IoctlGroup('x')]
        public static class [|Calls|] { }
        """);

    [Fact]
    public Task Its_methods_stay_silent() => Rule.Flags(
        RuleIds.TypeIsNotPartial,
        """
        [KernelStruct("s")] public struct [|S|] { public uint Value; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)]
            public static partial void Set(this Device device, in S value);
        }
        """);

    [Fact]
    public Task A_partial_struct() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { public uint Value; }
        """);

    [Fact]
    public Task A_struct_of_the_user_s_own() => Rule.IsSilent(
        """
        public struct S { public uint Value; }
        """);

    [Fact]
    public Task A_struct_around_another_is_told_once() => Rule.Flags(
        RuleIds.TypeIsNotPartial,
        """
        [KernelStruct("outer")] public struct [|Outer|] { public Inner Value; [KernelStruct("inner")] public partial struct Inner { public uint Value; } }
        """);
}

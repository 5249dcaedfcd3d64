using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class ContainingTypeIsNotPartialTests
{
    [Fact]
    public Task A_class_around_a_struct() => Rule.Flags(
        RuleIds.ContainingTypeIsNotPartial,
        """
        public class [|Outer|] { [KernelStruct("s")] public partial struct S { public uint Value; } }
        """,
        "'Outer' is not partial, so the declaration of 'S' inside it cannot be completed: write 'partial' before its keyword");

    [Fact]
    public Task The_outer_of_two() => Rule.Flags(
        RuleIds.ContainingTypeIsNotPartial,
        """
        public class [|Outer|] { public partial class Inner { [KernelStruct("s")] public partial struct S { public uint Value; } } }
        """);

    [Fact]
    public Task A_class_around_a_group() => Rule.Flags(
        RuleIds.ContainingTypeIsNotPartial,
        """
        public class [|Outer|] { [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial void Reset(Device device); } }
        """);

    [Fact]
    public Task Partial_all_the_way() => Rule.IsSilent(
        """
        public partial class Outer { public partial struct Middle { [KernelStruct("s")] public partial struct S { public uint Value; } } }
        """);
}

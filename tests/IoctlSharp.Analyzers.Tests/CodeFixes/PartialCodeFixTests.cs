using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class PartialCodeFixTests
{
    [Fact]
    public Task Structs_and_groups() => Fix.Makes<PartialCodeFix>(
        RuleIds.TypeIsNotPartial,
        """
        /// <summary>A pair.</summary>
        [KernelStruct("pair")]
        public struct Pair { public uint First, Second; }

        [IoctlGroup('x')]
        internal static class Calls { }

        [KernelStruct("bare")] struct Bare { public uint Value; }
        """,
        """
        /// <summary>A pair.</summary>
        [KernelStruct("pair")]
        public partial struct Pair { public uint First, Second; }

        [IoctlGroup('x')]
        internal static partial class Calls { }

        [KernelStruct("bare")] partial struct Bare { public uint Value; }
        """);

    [Fact]
    public Task Containing_types() => Fix.Makes<PartialCodeFix>(
        RuleIds.ContainingTypeIsNotPartial,
        """
        public class Outer
        {
            internal class Middle
            {
                [KernelStruct("pair")] public partial struct Pair { public uint First, Second; }
            }
        }

        public class Other
        {
            [KernelStruct("one")] public partial struct One { public uint First; }
        }
        """,
        """
        public partial class Outer
        {
            internal partial class Middle
            {
                [KernelStruct("pair")] public partial struct Pair { public uint First, Second; }
            }
        }

        public partial class Other
        {
            [KernelStruct("one")] public partial struct One { public uint First; }
        }
        """);
}

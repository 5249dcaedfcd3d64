using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class HiddenFieldCodeFixTests
{
    [Fact]
    public Task A_property() => Fix.Makes<HiddenFieldCodeFix>(
        RuleIds.FieldIsHidden,
        """
        [KernelStruct("pair")]
        public partial struct Pair
        {
            public uint First;

            /// <summary>The second.</summary>
            public uint Second { get; set; } // A comment.
        }
        """,
        """
        [KernelStruct("pair")]
        public partial struct Pair
        {
            public uint First;

            /// <summary>The second.</summary>
            public uint Second; // A comment.
        }
        """);

    [Fact]
    public Task A_property_of_an_interface() => Fix.IsNotOffered<HiddenFieldCodeFix>(
        RuleIds.FieldIsHidden,
        """
        public interface IValue { uint Value { get; } }

        [KernelStruct("pair")] public partial struct Pair : IValue { public uint Value { get; set; } }
        """);

    [Fact]
    public Task An_event() => Fix.IsNotOffered<HiddenFieldCodeFix>(
        RuleIds.FieldIsHidden,
        """
        [KernelStruct("s")] public partial struct S { public uint First; public event Action Changed; }
        """);
}

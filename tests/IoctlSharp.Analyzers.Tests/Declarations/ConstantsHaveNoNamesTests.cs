using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class ConstantsHaveNoNamesTests
{
    [Fact]
    public Task A_private_enum() => Rule.Flags(
        RuleIds.ConstantsHaveNoNames,
        """
        public class Outer { [KernelConstants("E_")] private enum [|E|] { One } }
        """,
        "The C names of 'E' cannot be generated: make it an enum that an internal top-level class 'OuterENames' can see, and let no other type have that name");

    [Fact]
    public Task A_taken_name() => Rule.Flags(
        RuleIds.ConstantsHaveNoNames,
        """
        [KernelConstants("E_")] public enum [|E|] { One }
        public static class ENames { }
        """);

    [Fact]
    public Task An_enum_in_a_generic_type() => Rule.Flags(
        RuleIds.ConstantsHaveNoNames,
        """
        public class Outer<T> { [KernelConstants("E_")] public enum [|E|] { One } }
        """);

    [Fact]
    public Task A_nested_internal_enum() => Rule.IsSilent(
        """
        public class Outer { [KernelConstants("E_")] internal enum E { One } }
        """);

    [Fact]
    public Task A_class_of_constants() => Rule.IsSilent(
        """
        [KernelConstants("E_")] public static class E { public const int One = 1; }
        """);
}

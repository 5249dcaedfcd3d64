using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class IoctlMethodCodeFixTests
{
    [Fact]
    public Task An_extern_method() => Fix.Makes<IoctlMethodCodeFix>(
        RuleIds.MethodIsNotStaticPartial,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            // First.
            [Ioctl(IoctlMacro.IO, 1)]
            public static extern void A(Device device);

            [Ioctl(IoctlMacro.IO, 2)] static extern int B(Device device);
        }
        """,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            // First.
            [Ioctl(IoctlMacro.IO, 1)]
            public static partial void A(Device device);

            [Ioctl(IoctlMacro.IO, 2)] internal static partial int B(Device device);
        }
        """);

    [Fact]
    public Task A_body_that_does_nothing() => Fix.Makes<IoctlMethodCodeFix>(
        RuleIds.MethodHasBody,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)]
            public static void A(Device device)
            {
            }

            [Ioctl(IoctlMacro.IO, 2)] public static int B(Device device) => throw new NotSupportedException();
        }
        """,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)]
            public static partial void A(Device device);

            [Ioctl(IoctlMacro.IO, 2)] public static partial int B(Device device);
        }
        """);

    [Fact]
    public Task A_body_that_does_something_is_left_alone() => Fix.IsNotOffered<IoctlMethodCodeFix>(
        RuleIds.MethodHasBody,
        """
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static int A(Device device) => device.GetHashCode(); }
        """);

    [Fact]
    public Task A_second_part_is_left_alone() => Fix.IsNotOffered<IoctlMethodCodeFix>(
        RuleIds.MethodHasBody,
        """
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial int A(Device device); public static partial int A(Device device) => 1; }
        """);
}

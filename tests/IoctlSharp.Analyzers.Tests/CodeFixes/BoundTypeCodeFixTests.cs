using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class BoundTypeCodeFixTests
{
    [Fact]
    public Task The_type_of_the_field() => Fix.Makes<BoundTypeCodeFix>(
        RuleIds.FieldTypeDiffers,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Plain Get(this Device device, [Field(nameof(Plain.Flags))] uint flags);
            [Ioctl(IoctlMacro.IO, 2)] public static partial Plain Set(this Device device, /* how many */ [Field(nameof(Plain.Value))] int value);
        }
        """,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Plain Get(this Device device, [Field(nameof(Plain.Flags))] Bit flags);
            [Ioctl(IoctlMacro.IO, 2)] public static partial Plain Set(this Device device, /* how many */ [Field(nameof(Plain.Value))] uint value);
        }
        """);

    [Fact]
    public Task The_elements_of_the_tail() => Fix.Makes<BoundTypeCodeFix>(
        RuleIds.TailElementDiffers,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, in Listed value, [Tail] ReadOnlySpan<ulong> items);
        }
        """,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, in Listed value, [Tail] ReadOnlySpan<int> items);
        }
        """,
        "Make it ReadOnlySpan<int>");

    [Fact]
    public Task A_single_element() => Fix.IsNotOffered<BoundTypeCodeFix>(
        RuleIds.TailElementDiffers,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void A(this Device device, in Listed value, [Tail] in Plain item);
        }
        """);
}

using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class StrayAttributeCodeFixTests
{
    [Fact]
    public Task Fields() => Fix.Makes<StrayAttributeCodeFix>(
        RuleIds.FieldAttributeHasNoStruct,
        """
        public struct S
        {
            // A comment.
            [ArgSize] public uint Size;
            [Obsolete, Reserved] public uint Pad;
        }

        [Tail("items", typeof(int))]
        public struct T { public uint Value; }
        """,
        """
        public struct S
        {
            // A comment.
            public uint Size;
            [Obsolete] public uint Pad;
        }

        public struct T { public uint Value; }
        """);

    [Fact]
    public Task Methods() => Fix.Makes<StrayAttributeCodeFix>(
        RuleIds.MethodAttributeHasNoIoctl,
        """
        public static class C
        {
            [FailsWith(Errno.EBUSY, "busy")]
            public static void A() { }

            [Obsolete, AskAgain] public static void B() { }
        }
        """,
        """
        public static class C
        {
            public static void A() { }

            [Obsolete] public static void B() { }
        }
        """);

    [Fact]
    public Task Meanings() => Fix.Makes<StrayAttributeCodeFix>(
        RuleIds.MeaningIsUnusable,
        """
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1), FailsWith(Errno.EBUSY, "a"), FailsWith(Errno.EBUSY, "b")] public static partial void A(this Device device); }
        """,
        """
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1), FailsWith(Errno.EBUSY, "a")] public static partial void A(this Device device); }
        """);

    [Fact]
    public Task Rules_of_spans() => Fix.Makes<StrayAttributeCodeFix>(
        RuleIds.SpanRuleHasNoSpan,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Value)), FixedLength(4)] uint value);
        }
        """,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device, [Field(nameof(Plain.Value))] uint value);
        }
        """);

    [Fact]
    public Task Contracts() => Fix.Makes<StrayAttributeCodeFix>(
        RuleIds.ContractDoesNotFitType,
        """
        [KernelStruct("settings")]
        public partial struct Settings
        {
            [OwnedFd, CName("value")] public long Value;

            // A comment.
            [OwnedFd]
            public ulong Other;
        }
        """,
        """
        [KernelStruct("settings")]
        public partial struct Settings
        {
            [CName("value")] public long Value;

            // A comment.
            public ulong Other;
        }
        """);

    [Fact]
    public Task Arms() => Fix.Makes<StrayAttributeCodeFix>(
        RuleIds.ArmIsOutsideUnion,
        """
        [KernelStruct("settings")] public partial struct Settings { public Bit Flags; [Arm(Bit.One)] public uint Value; }
        """,
        """
        [KernelStruct("settings")] public partial struct Settings { public Bit Flags; public uint Value; }
        """);

    [Fact]
    public Task Results() => Fix.Makes<StrayAttributeCodeFix>(
        RuleIds.MustReadHasNoResult,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), MustRead] public static partial void Remove(this Device device, in Plain plain);
        }
        """,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Remove(this Device device, in Plain plain);
        }
        """);
}

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
}

using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class OpenTypeCodeFixTests
{
    [Fact]
    public Task File_types() => Fix.Makes<OpenTypeCodeFix>(
        RuleIds.TypeIsFileLocal,
        """
        [KernelStruct("pair")]
        file partial struct Pair { public uint First, Second; }

        [KernelStruct("one")] file partial struct One { public uint First; }
        """,
        """
        [KernelStruct("pair")]
        partial struct Pair { public uint First, Second; }

        [KernelStruct("one")] partial struct One { public uint First; }
        """);

    [Fact]
    public Task Readonly_and_ref_structs() => Fix.Makes<OpenTypeCodeFix>(
        RuleIds.StructIsRefOrReadOnly,
        """
        // A comment.
        [KernelStruct("pair")]
        public readonly partial struct Pair { public readonly uint First; }

        [KernelStruct("one")] public readonly ref partial struct One { public readonly uint First; }
        """,
        """
        // A comment.
        [KernelStruct("pair")]
        public partial struct Pair { public readonly uint First; }

        [KernelStruct("one")] public partial struct One { public readonly uint First; }
        """);
}

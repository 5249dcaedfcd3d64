using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class PaddingCodeFixTests
{
    [Fact]
    public Task On_a_line_of_its_own() => Fix.Makes<PaddingCodeFix>(
        RuleIds.LayoutDiffersOnI386,
        """
        [KernelStruct("s")]
        public partial struct S
        {
            public uint Flags;
            [Aligned(8)] public ulong Address; // Where.
        }

        [KernelStruct("t")]
        public partial struct T
        {
            public ulong Value;
            public uint Count;
            /// <summary>How much.</summary>
            [Aligned(8)] public ulong Size;
        }
        """,
        """
        [KernelStruct("s")]
        public partial struct S
        {
            public uint Flags;
            [Reserved] private uint _beforeAddress;
            [Aligned(8)] public ulong Address; // Where.
        }

        [KernelStruct("t")]
        public partial struct T
        {
            public ulong Value;
            public uint Count;
            [Reserved] private uint _beforeSize;
            /// <summary>How much.</summary>
            [Aligned(8)] public ulong Size;
        }
        """);

    [Fact]
    public Task On_one_line() => Fix.Makes<PaddingCodeFix>(
        RuleIds.LayoutDiffersOnI386,
        """
        [KernelStruct("s")] public partial struct S { public uint Flags; [Aligned(8)] public ulong Address; }
        """,
        """
        [KernelStruct("s")] public partial struct S { public uint Flags; [Reserved] private uint _beforeAddress; [Aligned(8)] public ulong Address; }
        """,
        "Declare the padding: [Reserved] private uint _beforeAddress");
}

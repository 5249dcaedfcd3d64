using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class TailElementIsNotFixedWidthTests
{
    [Fact]
    public Task A_bool() => Rule.Flags(
        RuleIds.TailElementIsNotFixedWidth,
        """
        [KernelStruct("s"), [|Tail("items", typeof(bool))|]] public partial struct S { public uint Value; }
        """,
        "The tail of 'S' has elements of 'bool', which has no fixed C layout: name an integer or another kernel struct, as in [Tail(\"group_fds\", typeof(int))]");

    [Fact]
    public Task Nothing() => Rule.Flags(
        RuleIds.TailElementIsNotFixedWidth,
        """
        [KernelStruct("s"), [|Tail|]] public partial struct S { public uint Value; }
        """);

    [Fact]
    public Task The_struct_itself() => Rule.Flags(
        RuleIds.TailElementIsNotFixedWidth,
        """
        [KernelStruct("s"), [|Tail("items", typeof(S))|]] public partial struct S { public uint Value; }
        """);

    [Fact]
    public Task A_kernel_struct() => Rule.IsSilent(
        """
        [KernelStruct("s"), Tail("items", typeof(Plain))] public partial struct S { public ulong Value; }
        """);

    [Fact]
    public Task An_unknown_type() => Rule.LeavesToCompiler(
        """
        [KernelStruct("s"), Tail("items", typeof(Missing))] public partial struct S { public uint Value; }
        """);
}

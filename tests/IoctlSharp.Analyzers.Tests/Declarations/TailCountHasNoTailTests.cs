using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class TailCountHasNoTailTests
{
    [Fact]
    public Task No_tail() => Rule.Flags(
        RuleIds.TailCountHasNoTail,
        """
        [KernelStruct("s")] public partial struct S { [TailCount] private uint [|_count|]; }
        """,
        "'S._count' counts the elements of a tail that 'S' does not have: write [Tail(\"c_name\", typeof(element))] on 'S', or remove [TailCount]");

    [Fact]
    public Task A_ushort_behind_a_size() => Rule.Flags(
        RuleIds.TailCountHasNoTail,
        """
        [KernelStruct("s")] public partial struct S { [ArgSize] private uint _argsz; [TailCount] private ushort [|_count|]; [Reserved] private ushort _pad; }
        """);

    [Fact]
    public Task A_count_of_a_separate_array() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { public uint Count; [Reserved] private uint _pad; public UserPointer Items; }
        """);
}

using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class TailCountIsNotIntegerTests
{
    [Fact]
    public Task A_long() => Rule.Flags(
        RuleIds.TailCountIsNotInteger,
        """
        [KernelStruct("s"), Tail("items", typeof(int))] public partial struct S { [TailCount] private long [|_count|]; }
        """,
        "'S._count' carries [TailCount] but is of type 'long': give it the unsigned integer of the header, such as uint");

    [Fact]
    public Task An_address() => Rule.Flags(
        RuleIds.TailCountIsNotInteger,
        """
        [KernelStruct("s"), Tail("items", typeof(int))] public partial struct S { [TailCount] private UserPointer [|_count|]; }
        """);

    [Fact]
    public Task A_byte() => Rule.IsSilent(
        """
        [KernelStruct("s"), Tail("items", typeof(byte))] public partial struct S { [TailCount] private byte _count; }
        """);
}

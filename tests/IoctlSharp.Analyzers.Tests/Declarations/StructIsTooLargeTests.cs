using System.Linq;
using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class StructIsTooLargeTests
{
    [Fact]
    public Task An_enormous_array() => Rule.Flags(
        RuleIds.StructIsTooLarge,
        """
        [KernelStruct("s")] public unsafe partial struct [|S|] { public fixed ulong First[1 << 27], Second[1 << 27]; }
        """,
        "'S' is larger or more deeply nested than any argument of an ioctl: check the lengths of its arrays");

    [Fact]
    public Task Structs_in_one_another() => Rule.Flags(
        RuleIds.StructIsTooLarge,
        string.Concat(Enumerable.Range(0, 33).Select(depth => $"[KernelStruct(\"s\")] public partial struct {(depth == 0 ? "[|Outer|]" : $"S{depth}")} {{ public {(depth == 32 ? "uint" : $"S{depth + 1}")} Value; }}\n")));

    [Fact]
    public Task A_page() => Rule.IsSilent(
        """
        [KernelStruct("s")] public unsafe partial struct S { public fixed byte Values[4096]; }
        """);
}

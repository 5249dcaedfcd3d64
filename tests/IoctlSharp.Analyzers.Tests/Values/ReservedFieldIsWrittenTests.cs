using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class ReservedFieldIsWrittenTests
{
    [Fact]
    public Task An_initializer() => Rule.Flags(
        RuleIds.ReservedFieldIsWritten,
        """
        [KernelStruct("padded")] public partial struct Padded { public uint Value; [Reserved] public uint Pad; }
        public static class Driver { public static Padded Make() => new() { [|Pad = 1|] }; }
        """,
        "'Padded.Pad' is reserved, and the kernel refuses it when it is not zero: remove the assignment");

    [Fact]
    public Task A_statement_and_a_with_expression() => Rule.Flags(
        RuleIds.ReservedFieldIsWritten,
        """
        [KernelStruct("padded")] public partial struct Padded { public uint Value; [Reserved] public uint Pad; }
        public static class Driver { public static void Make(ref Padded padded) { [|padded.Pad = 0xff|]; padded = padded with { [|Pad = 2|] }; } }
        """);

    [Fact]
    public Task Zero() => Rule.IsSilent(
        """
        [KernelStruct("padded")] public partial struct Padded { public uint Value; [Reserved] public uint Pad; }
        public static class Driver { public static Padded Make(uint unknown) { Padded padded = new() { Pad = 0, Value = 1 }; padded.Pad = unknown; return padded; } }
        """);

    [Fact]
    public Task Its_own_members() => Rule.IsSilent(
        """
        [KernelStruct("padded")] public partial struct Padded { public uint Value; [Reserved] private uint _pad; public void Refuse() => _pad = 1; }
        """);
}

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

    [Fact]
    public Task Bits_elements_and_locals() => Rule.Flags(
        RuleIds.ReservedFieldIsWritten,
        """
        [KernelStruct("query")] public unsafe partial struct Query { public uint Id; [Reserved] public uint Reserved; [Reserved] public fixed uint Pad[4]; }
        [InlineArray(3)] public struct Three { private uint _element; }
        [KernelStruct("other")] public partial struct Other { public uint Id; [Reserved] public Three Reserved; }
        internal static unsafe class Driver
        {
            public static Query A(bool isOld)
            {
                Query query = new() { Id = 1 };
                [|query.Reserved |= 1|];
                [|query.Pad[0] = 2|];
                uint flavour = isOld ? 1u : 2u;
                return query with { [|Reserved = flavour|] };
            }
            public static Other B()
            {
                Other other = default;
                [|other.Reserved[1] = 5|];
                return other;
            }
        }
        """);

    [Fact]
    public Task Zeros_and_what_nobody_knows() => Rule.IsSilent(
        """
        [KernelStruct("query")] public unsafe partial struct Query { public uint Id; [Reserved] public uint Reserved; [Reserved] public fixed uint Pad[4]; }
        internal static unsafe class Driver
        {
            public static Query A(uint any, bool isOld)
            {
                Query query = new() { Id = 1, Reserved = any };
                query.Reserved &= 0;
                query.Reserved |= any;
                query.Pad[0] = 0;
                uint perhaps = isOld ? 0u : 2u;
                query.Reserved = perhaps;
                return query;
            }
        }
        """);
}

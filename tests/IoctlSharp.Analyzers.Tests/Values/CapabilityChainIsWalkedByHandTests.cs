using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class CapabilityChainIsWalkedByHandTests
{
    [Fact]
    public Task A_slice() => Rule.Flags(
        RuleIds.CapabilityChainIsWalkedByHand,
        """
        using IoctlSharp.Vfio;

        public static class Driver { public static ReadOnlySpan<byte> Next(ReadOnlySpan<byte> answer, VfioInfoCapHeader header) => [|answer.Slice((int)header.Next)|]; }
        """,
        "'VfioInfoCapHeader.Next' comes from the kernel and may point anywhere, and subtracting from it may wrap: enumerate KernelBuffer.Capabilities, which checks each step");

    [Fact]
    public Task Pointers() => Rule.Flags(
        RuleIds.CapabilityChainIsWalkedByHand,
        """
        using IoctlSharp.Vfio;

        public static class Driver { public static unsafe byte* Next(byte* answer, VfioInfoCapHeader* header) => [|answer + header->Next|]; }
        """);

    [Fact]
    public Task A_size_minus_the_head() => Rule.Flags(
        RuleIds.CapabilityChainIsWalkedByHand,
        """
        [KernelStruct("head")] public partial struct Head { [ArgSize] public uint Argsz; [CapabilityOffset] public uint CapOffset; }
        public static class Driver { public static uint Rest(Head head) => [|head.Argsz - (uint)Unsafe.SizeOf<Head>()|]; public static unsafe byte* First(byte* answer, Head head) => [|answer + head.CapOffset|]; }
        """);

    [Fact]
    public Task With_bounds_of_ones_own() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        [KernelStruct("head")] public partial struct Head { [ArgSize] public uint Argsz; public uint Flags; }
        public static class Driver
        {
            public static uint Rest(Head head) => head.Argsz < 8 ? 0 : head.Argsz - (uint)Unsafe.SizeOf<Head>();
            public static ReadOnlySpan<byte> Next(ReadOnlySpan<byte> answer, VfioInfoCapHeader header)
                => header.Next + 8 <= answer.Length ? answer.Slice((int)header.Next) : default;
        }
        """);

    [Fact]
    public Task The_enumerator_comparisons_and_other_offsets() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioDevice device, VfioInfoCapHeader header)
            {
                foreach (Capability capability in device.GetRegionInfo(0).Capabilities)
                    Console.WriteLine(capability.Id);
                Console.WriteLine(header.Next == 0 ? 0 : header.Id + 1);
                Console.WriteLine(device.GetRegionInfo(0).Value.Offset + 16);
            }
        }
        """);
}

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
        "'VfioInfoCapHeader.Next' comes from the kernel and may point anywhere, or back: enumerate the Capabilities of the call's KernelBuffer, which checks each step");

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

    [Fact]
    public Task A_loop_with_a_variable() => Rule.Flags(
        RuleIds.CapabilityChainIsWalkedByHand,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static unsafe int Pointers(byte* answer, uint offset)
            {
                int count = 0;
                while (offset != 0)
                {
                    VfioInfoCapHeader* header = (VfioInfoCapHeader*)([|answer + offset|]);
                    count += header->Id;
                    offset = header->Next;
                }
                return count;
            }
            public static bool Spans(ReadOnlySpan<byte> answer, ushort id)
            {
                int offset = 32;
                while (offset != 0)
                {
                    VfioInfoCapHeader header = MemoryMarshal.Read<VfioInfoCapHeader>([|answer.Slice(offset)|]);
                    if (header.Id == id)
                        return true;
                    offset = (int)header.Next;
                }
                return false;
            }
            public static ushort Buffers(KernelBuffer<VfioRegionInfo> region)
            {
                VfioInfoCapHeader header = region.Tail<VfioInfoCapHeader>(32, 1)[0];
                while (header.Next != 0)
                    header = [|region.Tail<VfioInfoCapHeader>((int)header.Next, 1)|][0];
                return header.Id;
            }
        }
        """);

    [Fact]
    public Task By_an_index_and_by_the_marshaller() => Rule.Flags(
        RuleIds.CapabilityChainIsWalkedByHand,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static byte A(byte[] answer, VfioInfoCapHeader header) => [|answer[header.Next]|];
            public static byte B(ReadOnlySpan<byte> answer, VfioInfoCapHeader header) => [|answer[(int)header.Next]|];
            public static unsafe byte* C(byte* answer, VfioInfoCapHeader* header) => &[|answer[header->Next]|];
            public static short D(nint answer, VfioInfoCapHeader header) => [|Marshal.ReadInt16(answer, (int)header.Next)|];
            public static Span<byte> E(byte[] answer, VfioInfoCapHeader header) => [|answer.AsSpan((int)header.Next)|];
            public static ushort F(byte[] answer, VfioInfoCapHeader header) => [|BitConverter.ToUInt16(answer, (int)header.Next)|];
        }
        """);

    [Fact]
    public Task Structs_that_repeat_the_kernels() => Rule.Flags(
        RuleIds.CapabilityChainIsWalkedByHand,
        """
        #pragma warning disable CS0649
        internal struct vfio_info_cap_header { public ushort id; public ushort version; public uint next; }
        internal struct RegionInfo { public uint argsz, flags, index, cap_offset; public ulong size, offset; }
        internal static unsafe class Driver
        {
            public static vfio_info_cap_header* Find(byte* info, vfio_info_cap_header* header, ushort id)
            {
                while (header->id != id)
                    header = (vfio_info_cap_header*)([|info + header->next|]);
                return header;
            }
            public static ushort First(RegionInfo* info) => *(ushort*)([|(byte*)info + info->cap_offset|]);
        }
        """);

    [Fact]
    public Task A_size_by_a_variable_and_by_a_number() => Rule.Flags(
        RuleIds.CapabilityChainIsWalkedByHand,
        """
        [KernelStruct("head")] public partial struct Head { [ArgSize] public uint Argsz; public uint Flags; [CapabilityOffset] public uint CapOffset; [Reserved] private uint _pad; }
        public static class Driver
        {
            public static uint A(Head head) { uint size = head.Argsz; return [|size - (uint)Marshal.SizeOf<Head>()|]; }
            public static byte[] B(Head head) => new byte[[|head.Argsz - 16|]];
            public static uint C(Head head) { [|head.Argsz -= (uint)Unsafe.SizeOf<Head>()|]; return head.Argsz; }
        }
        """,
        "'Head.Argsz' comes from the kernel and may be less than what is subtracted from it: take what is behind from the KernelBuffer's Tail, or compare first");

    [Fact]
    public Task Steps_that_are_checked() => Rule.IsSilent(
        """
        #pragma warning disable CS0649
        using IoctlSharp.Vfio;
        [KernelStruct("head")] public partial struct Head { [ArgSize] public uint Argsz; public uint Flags; [CapabilityOffset] public uint CapOffset; [Reserved] private uint _pad; }
        internal struct RegionInfo { public uint argsz, flags, index, cap_offset; public ulong size, offset; }
        internal struct DeviceInfo { public uint Argsz, Flags, Regions, Irqs, CapOffset, Pad; }
        internal struct Node { public int next; public int value; }
        public static class Driver
        {
            public static uint A(Head head) => head.Argsz < (uint)Unsafe.SizeOf<Head>() ? 0 : head.Argsz - (uint)Unsafe.SizeOf<Head>();
            public static uint B(Head head)
            {
                if (head.Argsz is < 16)
                    throw new InvalidOperationException();
                return head.Argsz - 16;
            }
            public static int C(ReadOnlySpan<byte> answer)
            {
                int count = 0;
                for (uint offset = 32; offset != 0;)
                {
                    VfioInfoCapHeader header = MemoryMarshal.Read<VfioInfoCapHeader>(answer.Slice((int)offset));
                    if (header.Next != 0 && header.Next <= offset)
                        throw new InvalidOperationException();
                    offset = header.Next;
                    count++;
                }
                return count;
            }
            internal static unsafe byte* D(RegionInfo* info) => (info->flags & 8) == 0 ? null : (byte*)info + info->cap_offset;
            internal static unsafe byte* F(DeviceInfo* info) => (info->Flags & 128) == 0 ? null : (byte*)info + info->CapOffset;
            internal static Node E(Node[] nodes, Node node) => nodes[node.next];
        }
        """);
}

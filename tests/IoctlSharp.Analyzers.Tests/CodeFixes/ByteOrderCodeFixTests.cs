using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class ByteOrderCodeFixTests
{
    [Fact]
    public Task Reads_and_reversals() => Fix.Makes<ByteOrderCodeFix>(
        RuleIds.ByteOrderIsWrong,
        """
        using System.Buffers.Binary;
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static ulong A(KernelBuffer<VfioRegionInfo> region) => BinaryPrimitives.ReadUInt64LittleEndian(region.Bytes.Slice(16));
            public static ulong B(VfioRegionInfo region) => BinaryPrimitives.ReverseEndianness(region.Offset);
        }
        """,
        """
        using System.Buffers.Binary;
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static ulong A(KernelBuffer<VfioRegionInfo> region) => System.Runtime.InteropServices.MemoryMarshal.Read<ulong>(region.Bytes.Slice(16));
            public static ulong B(VfioRegionInfo region) => region.Offset;
        }
        """);

    [Fact]
    public Task Writes() => Fix.Makes<ByteOrderCodeFix>(
        RuleIds.ByteOrderIsWrong,
        """
        using System.Buffers.Binary;
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void A(Span<VfioIovaRange> ranges, ushort start) => BinaryPrimitives.WriteUInt64LittleEndian(MemoryMarshal.AsBytes(ranges), start);
            public static VfioIommuType1DmaMap B(DmaBuffer buffer) => new() { Size = BinaryPrimitives.ReverseEndianness(buffer.Size) };
        }
        """,
        """
        using System.Buffers.Binary;
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void A(Span<VfioIovaRange> ranges, ushort start) => System.Runtime.InteropServices.MemoryMarshal.Write<ulong>(MemoryMarshal.AsBytes(ranges), start);
            public static VfioIommuType1DmaMap B(DmaBuffer buffer) => new() { Size = buffer.Size };
        }
        """);

    [Fact]
    public Task Leaves_what_may_fail() => Fix.IsNotOffered<ByteOrderCodeFix>(
        RuleIds.ByteOrderIsWrong,
        """
        using System.Buffers.Binary;
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static bool A(KernelBuffer<VfioRegionInfo> region, out uint size) => BinaryPrimitives.TryReadUInt32LittleEndian(region.Bytes, out size);
        }
        """);
}

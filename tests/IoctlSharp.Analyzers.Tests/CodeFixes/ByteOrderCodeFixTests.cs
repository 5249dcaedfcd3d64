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
}

using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class ByteOrderIsWrongTests
{
    [Fact]
    public Task A_read() => Rule.Flags(
        RuleIds.ByteOrderIsWrong,
        """
        using System.Buffers.Binary;
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioDevice device)
            {
                KernelBuffer<VfioRegionInfo> answer = device.GetRegionInfo(0);
                Console.WriteLine([|BinaryPrimitives.ReadUInt32LittleEndian(answer.Bytes.Slice(4))|]);
                Console.WriteLine([|BinaryPrimitives.ReadUInt64BigEndian(answer.Bytes)|]);
            }
        }
        """,
        "'ReadUInt32LittleEndian' reorders a value that the kernel writes in the order of the machine: read it with MemoryMarshal.Read, or as a field");

    [Fact]
    public Task A_field() => Rule.Flags(
        RuleIds.ByteOrderIsWrong,
        """
        using System.Buffers.Binary;
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static ulong Run(VfioDevice device)
            {
                return [|BinaryPrimitives.ReverseEndianness(device.GetRegionInfo(0).Value.Offset)|];
            }
        }
        """);

    [Fact]
    public Task What_stands_behind_the_head() => Rule.IsSilent(
        """
        using System.Buffers.Binary;
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static uint Run(VfioDevice device) => BinaryPrimitives.ReadUInt32LittleEndian(device.GetRegionInfo(0).Bytes.Slice(Unsafe.SizeOf<VfioRegionInfo>()));
        }
        """);

    [Fact]
    public Task Other_bytes() => Rule.IsSilent(
        """
        using System.Buffers.Binary;
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioDevice device, uint number)
            {
                Span<byte> registers = stackalloc byte[8];
                device.Read(registers, 0);
                Console.WriteLine(BinaryPrimitives.ReadUInt32LittleEndian(registers));
                Console.WriteLine(BinaryPrimitives.ReverseEndianness(number));
                Console.WriteLine(MemoryMarshal.Read<uint>(device.GetRegionInfo(0).Bytes));
            }
        }
        """);
}

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

    [Fact]
    public Task Bytes_in_a_local_and_of_a_struct() => Rule.Flags(
        RuleIds.ByteOrderIsWrong,
        """
        using System.Buffers.Binary;
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioDevice device)
            {
                ReadOnlySpan<byte> bytes = device.GetRegionInfo(0).Bytes;
                ReadOnlySpan<byte> offset = bytes[16..];
                Console.WriteLine([|BinaryPrimitives.ReadUInt64LittleEndian(offset)|]);
                Console.WriteLine([|BinaryPrimitives.TryReadUInt32BigEndian(bytes.Slice(4), out uint flags)|] ? flags : 0);
                VfioIovaRange range = default;
                Console.WriteLine([|BinaryPrimitives.ReadUInt64LittleEndian(MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref range, 1)))|]);
            }
        }
        """);

    [Fact]
    public Task Writes() => Rule.Flags(
        RuleIds.ByteOrderIsWrong,
        """
        using System.Buffers.Binary;
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(DmaBuffer buffer, ulong iova)
            {
                VfioIommuType1DmaMap map = new() { Vaddr = buffer.Address, Flags = VfioDmaMapFlags.Read, Size = [|BinaryPrimitives.ReverseEndianness(buffer.Size)|] };
                map.Iova = (ulong)[|System.Net.IPAddress.HostToNetworkOrder((long)iova)|];
                Span<byte> image = MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref map, 1));
                [|BinaryPrimitives.WriteUInt64LittleEndian(image[16..], iova)|];
            }
        }
        """,
        "'ReverseEndianness' reorders a value that the kernel reads in the order of the machine: assign it as it is");

    [Fact]
    public Task Integers_that_a_call_is_given() => Rule.Flags(
        RuleIds.ByteOrderIsWrong,
        """
        using System.Buffers.Binary;

        [KernelStruct("request")] public partial struct Request { public UserPointer Fds; public uint Count; }
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IOW, 1, Argument = typeof(Request))] public static partial void Send(this Device device, [Field(nameof(Request.Fds), Length = nameof(Request.Count))] ReadOnlySpan<int> fds); }

        public static class Driver
        {
            public static void Run(Device device, int fd)
            {
                Span<int> fds = stackalloc int[2];
                [|BinaryPrimitives.WriteInt32LittleEndian(MemoryMarshal.AsBytes(fds), fd)|];
                device.Send(fds);
            }
        }
        """,
        "'WriteInt32LittleEndian' reorders a value that the kernel reads in the order of the machine: write it with MemoryMarshal.Write, or as a field");

    [Fact]
    public Task What_a_header_or_a_file_may_order() => Rule.IsSilent(
        """
        using System.Buffers.Binary;
        using IoctlSharp.Vfio;

        [KernelStruct("sockaddr_of")] public partial struct SocketAddress { public ushort Family; public ushort Port; }
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IOWR, 1)] public static partial void Bind(this Device device, ref SocketAddress address); }

        public static class Driver
        {
            public static ushort Bind(Device device)
            {
                SocketAddress address = new() { Family = 2, Port = BinaryPrimitives.ReverseEndianness((ushort)80) };
                BinaryPrimitives.WriteUInt16BigEndian(MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref address, 1))[2..], 80);
                device.Bind(ref address);
                return BinaryPrimitives.ReverseEndianness(address.Port);
            }

            public static VfioIommuType1DmaMap FromFile(ReadOnlySpan<byte> file, ulong swapped)
                => new() { Iova = BinaryPrimitives.ReadUInt64BigEndian(file), Size = BinaryPrimitives.ReverseEndianness(swapped) };

            public static void ToWire(VfioIovaRange range, Span<byte> frame, Span<int> numbers)
            {
                BinaryPrimitives.WriteUInt64BigEndian(frame, range.Start);
                BinaryPrimitives.WriteInt32BigEndian(MemoryMarshal.AsBytes(numbers), 5);
            }

            public static void ForBoth(ref VfioIommuType1DmaMap map)
            {
                if (!BitConverter.IsLittleEndian)
                    map.Size = BinaryPrimitives.ReverseEndianness(4096ul);
            }
        }
        """);
}

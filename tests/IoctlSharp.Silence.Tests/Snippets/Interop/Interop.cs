//// A hand-written struct that is no ioctl's
internal static unsafe class Clock
{
    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int clock_gettime(int clock, TimeSpec* time);

    public static TimeSpan Monotonic()
    {
        TimeSpec time = default;
        if (clock_gettime(1, &time) != 0)
            throw new InvalidOperationException($"errno {Marshal.GetLastPInvokeError()}");
        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / 100);
    }
}

//// The header of a file on disk
using System.IO;

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct SnapshotHeader
{
    public uint Magic;
    public byte Version;
    public uint Size;
    public ulong Checksum;
}

internal static class Snapshot
{
    public static SnapshotHeader Read(Stream stream)
    {
        Span<byte> bytes = stackalloc byte[Unsafe.SizeOf<SnapshotHeader>()];
        stream.ReadExactly(bytes);
        SnapshotHeader header = MemoryMarshal.Read<SnapshotHeader>(bytes);
        return header.Magic == 0x50414E53 ? header : throw new InvalidDataException("no snapshot");
    }
}

//// A descriptor ring in shared memory
internal struct RingEntry
{
    public ulong Address;
    public uint Length;
    public ushort Flags;
    public ushort Next;
}

internal sealed class Ring(DmaBuffer memory, ulong iova)
{
    private readonly int _count = (int)Math.Min(256, memory.Size / (ulong)Unsafe.SizeOf<RingEntry>());

    public Span<RingEntry> Entries => MemoryMarshal.Cast<byte, RingEntry>(memory.GetSpan(0, _count * Unsafe.SizeOf<RingEntry>()));

    public void Link()
    {
        Span<RingEntry> entries = Entries;
        for (int i = 0; i < entries.Length; i++)
            entries[i] = new RingEntry { Address = iova + ((ulong)i << 11), Length = 2048, Next = (ushort)((i + 1) % entries.Length) };
    }
}

//// A zeroed block for a raw answer
using IoctlSharp.Vfio;

internal static unsafe class RegionReader
{
    [DllImport("libc", SetLastError = true)]
    private static extern int ioctl(int fd, nuint request, void* argument);

    private struct Header
    {
        public uint argsz, flags, index, cap_offset;
        public ulong size, offset;
    }

    public static ulong SizeOf(int device, uint index)
    {
        const int length = 512;
        Header* region = (Header*)NativeMemory.AllocZeroed(length);
        try
        {
            region->argsz = length;
            region->index = index;
            if (ioctl(device, VfioIoctls.Commands.VFIO_DEVICE_GET_REGION_INFO.Number, region) < 0)
                throw new InvalidOperationException($"errno {Marshal.GetLastPInvokeError()}");
            return region->size;
        }
        finally
        {
            NativeMemory.Free(region);
        }
    }
}

//// A rented array that is cleared before the call
using System.Buffers;

[KernelStruct("blob_query")]
public partial struct BlobQuery
{
    [CallMemory] public UserPointer Data;
    public uint Length;
    [Reserved] private uint _pad;
}

[IoctlGroup('q')]
public static partial class BlobCalls
{
    [Ioctl(IoctlMacro.IOWR, 3, Argument = typeof(BlobQuery))]
    public static partial void Query(this Device device, [Field(nameof(BlobQuery.Data), Length = nameof(BlobQuery.Length))] Span<byte> into);

    public static byte[] Fetch(Device device, int length)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            Span<byte> span = rented.AsSpan(0, length);
            span.Clear();
            device.Query(span);
            return span.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}

//// A pointer that lives as long as its fixed block
[KernelStruct("upload")]
public partial struct Upload
{
    [CallMemory] public UserPointer Source;
    [NonZero] public ulong Length;
}

[IoctlGroup('u')]
public static partial class UploadCalls
{
    [Ioctl(IoctlMacro.IOW, 1)]
    public static partial Errno TrySend(this Device device, in Upload upload);

    public static unsafe Errno Send(this Device device, byte[] firmware)
    {
        if (firmware.Length == 0)
            return Errno.EINVAL;
        fixed (byte* pointer = firmware)
        {
            Upload upload = new() { Source = (UserPointer)pointer, Length = (ulong)firmware.Length };
            return device.TrySend(in upload);
        }
    }
}

//// Several pins and one call
[KernelStruct("exchange")]
public partial struct Exchange
{
    [CallMemory] public UserPointer Out;
    [CallMemory] public UserPointer In;
    public uint OutLength;
    public uint InLength;
}

[IoctlGroup('e')]
internal static partial class ExchangeCalls
{
    [Ioctl(IoctlMacro.IOWR, 2)]
    public static partial int Exchange(this Device device, ref Exchange exchange);
}

internal sealed class Mailbox(Device device)
{
    public unsafe int Exchange(ReadOnlySpan<byte> command, Span<byte> reply)
    {
        fixed (byte* send = command)
        fixed (byte* receive = reply)
        {
            Exchange exchange = default;
            exchange.Out = (UserPointer)send;
            exchange.OutLength = (uint)command.Length;
            exchange.In = (UserPointer)receive;
            exchange.InLength = (uint)reply.Length;
            return device.Exchange(ref exchange);
        }
    }
}

//// A pinned GCHandle around the call
[KernelStruct("sample_request")]
public partial struct SampleRequest
{
    [CallMemory] public UserPointer Samples;
    public uint Count;
    [Reserved] private uint _pad;
}

[IoctlGroup('a')]
public static partial class SampleCalls
{
    [Ioctl(IoctlMacro.IOW, 7)]
    public static partial void Read(this Device device, in SampleRequest request);
}

internal static class Sampler
{
    public static short[] Take(Device device, int count)
    {
        short[] samples = new short[count];
        GCHandle pin = GCHandle.Alloc(samples, GCHandleType.Pinned);
        try
        {
            device.Read(new SampleRequest { Samples = (UserPointer)pin.AddrOfPinnedObject(), Count = (uint)count });
        }
        finally
        {
            pin.Free();
        }

        return samples;
    }
}

//// Memory on the stack for the call
[KernelStruct("key_value")]
public partial struct KeyValue
{
    [CallMemory] public UserPointer Key;
    public uint KeyLength;
    public uint Value;
}

[IoctlGroup('k')]
public static partial class KeyCalls
{
    [Ioctl(IoctlMacro.IOWR, 4)]
    public static partial Errno TryLookup(this Device device, ref KeyValue entry);

    public static unsafe uint? Lookup(this Device device, ReadOnlySpan<char> name)
    {
        byte* key = stackalloc byte[64];
        int length = System.Text.Encoding.ASCII.GetBytes(name[..Math.Min(64, name.Length)], new Span<byte>(key, 64));
        KeyValue entry = new() { Key = (UserPointer)key, KeyLength = (uint)length };
        return device.TryLookup(ref entry) == Errno.None ? entry.Value : null;
    }
}

//// Unmanaged memory with an owner
using System.Buffers;

internal sealed unsafe class NativeBlock : MemoryManager<byte>
{
    private byte* _start;
    private readonly int _length;

    public NativeBlock(int length)
    {
        _start = (byte*)NativeMemory.AlignedAlloc((nuint)length, (nuint)Environment.SystemPageSize);
        _length = length;
        GetSpan().Clear();
    }

    public override Span<byte> GetSpan() => new(_start, _length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex);

    public override void Unpin() { }

    protected override void Dispose(bool disposing)
    {
        NativeMemory.AlignedFree(_start);
        _start = null;
    }
}

//// Marshalled structs of a configuration tool
[StructLayout(LayoutKind.Sequential, CharSet = CharSet.Ansi)]
internal struct DriverName
{
    [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 32)]
    public string Name;
    public int Major;
}

internal static class DriverTable
{
    public static DriverName First(ReadOnlySpan<byte> table)
    {
        int size = Marshal.SizeOf<DriverName>();
        nint block = Marshal.AllocHGlobal(size);
        try
        {
            Marshal.Copy(table[..size].ToArray(), 0, block, size);
            return Marshal.PtrToStructure<DriverName>(block);
        }
        finally
        {
            Marshal.FreeHGlobal(block);
        }
    }
}

//// A pinned array kept by its owner
internal sealed class StatisticsPage : IDisposable
{
    private readonly ulong[] _counters = GC.AllocateArray<ulong>(64, pinned: true);
    private readonly System.Threading.Timer _timer;

    public StatisticsPage(Func<int, ulong> source)
        => _timer = new System.Threading.Timer(_ => Update(source), null, TimeSpan.Zero, TimeSpan.FromSeconds(1));

    public ulong this[int index] => System.Threading.Volatile.Read(ref _counters[index]);

    private void Update(Func<int, ulong> source)
    {
        for (int i = 0; i < _counters.Length; i++)
            System.Threading.Volatile.Write(ref _counters[i], source(i));
    }

    public void Dispose() => _timer.Dispose();
}

//// Bytes of a struct compared
public static class Same
{
    public static bool Bytes(in Plain left, in Plain right)
        => MemoryMarshal.AsBytes(new ReadOnlySpan<Plain>(in left)).SequenceEqual(MemoryMarshal.AsBytes(new ReadOnlySpan<Plain>(in right)));

    public static byte[] Copy(in Plain value)
    {
        byte[] bytes = new byte[Unsafe.SizeOf<Plain>()];
        MemoryMarshal.Write(bytes, in value);
        return bytes;
    }
}

public sealed class KvmVm : DeviceHandle
{
    public KvmVm(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
}

//// Kvm memory slot of a guest
public sealed class Kvm : DeviceHandle
{
    public Kvm(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
    public Kvm() : base("/dev/kvm") { }
}

[Flags, KernelConstants("KVM_MEM_")]
public enum KvmMemoryFlags : uint { None = 0, LogDirtyPages = 1, [CName("KVM_MEM_READONLY")] ReadOnly = 2 }

[KernelStruct("kvm_userspace_memory_region", Header = "linux/kvm.h")]
public partial struct KvmMemoryRegion
{
    public uint Slot;
    public KvmMemoryFlags Flags;
    [PageAligned] public ulong GuestPhysAddr;
    [PageAligned] public ulong MemorySize;
    [PageAligned, DmaMemory] public UserPointer UserspaceAddr;
}

[IoctlGroup(0xAE, Header = "linux/kvm.h")]
public static partial class KvmIoctls
{
    [Ioctl(IoctlMacro.IO, 0x00, Name = "KVM_GET_API_VERSION")] public static partial int GetApiVersion(this Kvm kvm);
    [Ioctl(IoctlMacro.IO, 0x01, Name = "KVM_CREATE_VM", Retry = true)] public static partial KvmVm CreateVm(this Kvm kvm, nuint type);
    [Ioctl(IoctlMacro.IOW, 0x46, Name = "KVM_SET_USER_MEMORY_REGION")] public static partial void SetMemory(this KvmVm vm, in KvmMemoryRegion region);
}

public sealed class Guest : IDisposable
{
    private readonly KvmVm _vm;
    private readonly DmaBuffer _memory;

    public Guest(ulong bytes)
    {
        using Kvm kvm = new();
        if (kvm.GetApiVersion() is not 12 and var version)
            throw new NotSupportedException($"KVM {version}");
        _vm = kvm.CreateVm(0);
        _memory = new(bytes);
        _vm.SetMemory(new() { Slot = 0, GuestPhysAddr = 0, MemorySize = _memory.Size, UserspaceAddr = _memory.Address });
    }

    public void AddRom(DmaBuffer rom, uint slot) =>
        _vm.SetMemory(new KvmMemoryRegion { Slot = slot, Flags = KvmMemoryFlags.ReadOnly, GuestPhysAddr = 0xFFFC_0000, MemorySize = rom.Size, UserspaceAddr = UserPointer.From(rom) });

    public void Dispose()
    {
        _vm.Dispose();
        _memory.Dispose();
    }
}

//// Kvm memory through a method that picks the address
[KernelStruct("kvm_userspace_memory_region", Header = "linux/kvm.h")]
public partial struct KvmMemoryRegion
{
    public uint Slot;
    public uint Flags;
    [PageAligned] public ulong GuestPhysAddr;
    [PageAligned] public ulong MemorySize;
    [PageAligned, DmaMemory] public UserPointer UserspaceAddr;
}

[IoctlGroup(0xAE)]
public static partial class KvmIoctls
{
    [Ioctl(IoctlMacro.IOW, 0x46, Name = "KVM_SET_USER_MEMORY_REGION")] public static partial Errno TrySetMemory(this KvmVm vm, in KvmMemoryRegion region);

    public static unsafe void* AddMemory(this KvmVm vm, uint slot, ulong guest, nuint pages)
    {
        nuint page = (nuint)Environment.SystemPageSize;
        void* memory = NativeMemory.AlignedAlloc(pages * page, page);
        NativeMemory.Clear(memory, pages * page);
        KvmMemoryRegion region = default;
        region.Slot = slot;
        region.GuestPhysAddr = guest;
        region.MemorySize = pages * page;
        region.UserspaceAddr = (UserPointer)memory;
        Errno error = vm.TrySetMemory(region);
        if (error == Errno.None)
            return memory;
        NativeMemory.AlignedFree(memory);
        throw new InvalidOperationException($"Slot {slot}: {error}");
    }
}

//// Userfaultfd copy of a page
public sealed class Userfault : DeviceHandle
{
    public Userfault(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
}

[KernelStruct("uffdio_api", Header = "linux/userfaultfd.h")]
public partial struct UffdApi
{
    public ulong Api;
    public ulong Features;
    public ulong Ioctls;
}

[KernelStruct("uffdio_copy", Header = "linux/userfaultfd.h")]
public partial struct UffdCopy
{
    [CName("dst"), PageAligned] public ulong Destination;
    [CName("src"), CallMemory] public UserPointer Source;
    [CName("len"), PageAligned, NonZero] public ulong Length;
    public ulong Mode;
    [MustRead] public long Copy;
}

[IoctlGroup(0xAA, Header = "linux/userfaultfd.h")]
public static partial class UserfaultIoctls
{
    [Ioctl(IoctlMacro.IOWR, 0x3F, Name = "UFFDIO_API")] public static partial void Handshake(this Userfault fault, ref UffdApi api);
    [Ioctl(IoctlMacro.IOWR, 0x03, Name = "UFFDIO_COPY"), After(nameof(Handshake))] public static partial Errno TryCopy(this Userfault fault, ref UffdCopy copy);
}

public sealed class PageServer(Userfault fault)
{
    public ulong Start()
    {
        UffdApi api = new() { Api = 0xAA };
        fault.Handshake(ref api);
        return api.Features;
    }

    public unsafe void Serve(ulong address, ReadOnlySpan<byte> page)
    {
        ulong at = address & ~((ulong)Environment.SystemPageSize - 1), end = at + (ulong)page.Length;
        fixed (byte* source = page)
        {
            while (at < end)
            {
                UffdCopy copy = new() { Destination = at, Source = (UserPointer)(source + page.Length - (int)(end - at)), Length = end - at };
                Errno error = fault.TryCopy(ref copy);
                if (error == Errno.EEXIST)
                    return;
                if (error != Errno.None && error != Errno.EAGAIN)
                    throw new InvalidOperationException(error.ToString());
                if (copy.Copy > 0)
                    at += (ulong)copy.Copy;
            }
        }
    }
}

//// Rtc time and alarm
public sealed class RealTimeClock : DeviceHandle
{
    public RealTimeClock(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
    public RealTimeClock() : base("/dev/rtc0") { }
}

[KernelStruct("rtc_time", Header = "linux/rtc.h")]
public partial struct RtcTime
{
    [CName("tm_sec")] public int Sec;
    [CName("tm_min")] public int Min;
    [CName("tm_hour")] public int Hour;
    [CName("tm_mday")] public int Day;
    [CName("tm_mon")] public int Month;
    [CName("tm_year")] public int Year;
    [CName("tm_wday")] public int WeekDay;
    [CName("tm_yday")] public int YearDay;
    [CName("tm_isdst")] public int IsDst;
}

[KernelStruct("rtc_wkalrm", Header = "linux/rtc.h")]
public partial struct RtcAlarm
{
    [Range(0, 1)] public byte Enabled;
    public byte Pending;
    public RtcTime Time;
}

[IoctlGroup('p', Header = "linux/rtc.h")]
public static partial class RtcIoctls
{
    [Ioctl(IoctlMacro.IOR, 0x09, Name = "RTC_RD_TIME")] public static partial RtcTime ReadTime(this RealTimeClock rtc);
    [Ioctl(IoctlMacro.IOW, 0x0A, Name = "RTC_SET_TIME")] public static partial void SetTime(this RealTimeClock rtc, in RtcTime time);
    [Ioctl(IoctlMacro.IOW, 0x0F, Name = "RTC_WKALM_SET")] public static partial void SetAlarm(this RealTimeClock rtc, in RtcAlarm alarm);
    [Ioctl(IoctlMacro.IOR, 0x10, Name = "RTC_WKALM_RD")] public static partial RtcAlarm ReadAlarm(this RealTimeClock rtc);

    public static DateTime ToDateTime(this in RtcTime time) => new(time.Year + 1900, time.Month + 1, time.Day, time.Hour, time.Min, time.Sec, DateTimeKind.Utc);

    public static RtcTime ToRtc(this DateTime time) => new()
    {
        Year = time.Year - 1900, Month = time.Month - 1, Day = time.Day, Hour = time.Hour, Min = time.Minute, Sec = time.Second,
    };
}

public static class Wake
{
    public static void In(TimeSpan delay, bool enabled = true)
    {
        using RealTimeClock rtc = new();
        DateTime now = rtc.ReadTime().ToDateTime();
        rtc.SetAlarm(new RtcAlarm { Enabled = enabled ? (byte)1 : (byte)0, Time = (now + delay).ToRtc() });
        RtcAlarm set = rtc.ReadAlarm();
        Console.WriteLine($"{set.Time.ToDateTime():u} {(set.Pending != 0 ? "pending" : "armed")}");
    }
}

//// Watchdog fed by a timer
using System.Threading;
using System.Threading.Tasks;

public sealed class Watchdog : DeviceHandle
{
    public Watchdog(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
    public Watchdog(string path) : base(path, System.IO.FileAccess.Write) { }
}

[Flags, KernelConstants("WDIOF_", Header = "linux/watchdog.h")]
public enum WatchdogOptions : uint { None = 0, [CName("WDIOF_SETTIMEOUT")] SetTimeout = 0x80, [CName("WDIOF_MAGICCLOSE")] MagicClose = 0x100, [CName("WDIOF_KEEPALIVEPING")] KeepAlivePing = 0x8000 }

[KernelStruct("watchdog_info", Header = "linux/watchdog.h")]
public unsafe partial struct WatchdogInfo
{
    public WatchdogOptions Options;
    public uint FirmwareVersion;
    [CString] private fixed byte _identity[32];
}

[IoctlGroup('W', Header = "linux/watchdog.h")]
public static partial class WatchdogIoctls
{
    [Ioctl(IoctlMacro.IOR, 0, Name = "WDIOC_GETSUPPORT")] public static partial WatchdogInfo GetSupport(this Watchdog dog);
    [Ioctl(IoctlMacro.IOR, 5, Name = "WDIOC_KEEPALIVE", MacroType = typeof(int))] public static partial void KeepAlive(this Watchdog dog);
    [Ioctl(IoctlMacro.IOWR, 6, Name = "WDIOC_SETTIMEOUT")] public static partial void SetTimeout(this Watchdog dog, ref int seconds);
}

public static class Feeding
{
    public static async Task RunAsync(string path, int seconds, CancellationToken cancellation)
    {
        using Watchdog dog = new(path);
        if ((dog.GetSupport().Options & WatchdogOptions.SetTimeout) != 0)
        {
            dog.SetTimeout(ref seconds);
            Console.WriteLine($"The timeout is {seconds} s.");
        }
        using PeriodicTimer timer = new(TimeSpan.FromSeconds(Math.Max(1, seconds / 2)));
        try
        {
            do
                dog.KeepAlive();
            while (await timer.WaitForNextTickAsync(cancellation));
        }
        catch (OperationCanceledException)
        {
            dog.WriteNext("V"u8);
        }
    }
}

//// Hidraw feature reports
using System.Linq;
using System.Text;

public sealed class HidRaw : DeviceHandle
{
    public HidRaw(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
    public HidRaw(string path) : base(path) { }
}

[KernelStruct("hidraw_devinfo", Header = "linux/hidraw.h")]
public partial struct HidInfo
{
    [CName("bustype")] public uint BusType;
    public short Vendor;
    public short Product;
}

[IoctlGroup('H', Header = "linux/hidraw.h")]
public static partial class HidIoctls
{
    [Ioctl(IoctlMacro.IOR, 3, Name = "HIDIOCGRAWINFO")] public static partial HidInfo GetInfo(this HidRaw hid);
    [Ioctl(IoctlMacro.IOR, 4, Name = "HIDIOCGRAWNAME")] public static partial int GetName(this HidRaw hid, Span<byte> name);
    [Ioctl(IoctlMacro.IOWR, 6, Name = "HIDIOCSFEATURE")] public static partial int SetFeature(this HidRaw hid, ReadOnlySpan<byte> report);
    [Ioctl(IoctlMacro.IOWR, 7, Name = "HIDIOCGFEATURE")] public static partial int GetFeature(this HidRaw hid, Span<byte> report);
}

public sealed class Lamp(HidRaw hid)
{
    private readonly byte[] _report = new byte[9];

    public string Name
    {
        get
        {
            byte[] name = new byte[128];
            int length = hid.GetName(name);
            return Encoding.UTF8.GetString(name.Take(length).TakeWhile(b => b != 0).ToArray());
        }
    }

    public (byte R, byte G, byte B) Colour
    {
        get
        {
            _report[0] = 1;
            return hid.GetFeature(_report) >= 4 ? (_report[1], _report[2], _report[3]) : default;
        }
        set => hid.SetFeature([1, value.R, value.G, value.B]);
    }

    public bool IsOurs => hid.GetInfo() is { Vendor: 0x27b8, Product: 0x01ed };
}

//// Video format union by its type
public sealed class Video : DeviceHandle
{
    public Video(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
}

[KernelConstants("V4L2_BUF_TYPE_")]
public enum BufType : uint { [CName("V4L2_BUF_TYPE_VIDEO_CAPTURE")] VideoCapture = 1, [CName("V4L2_BUF_TYPE_VBI_CAPTURE")] VbiCapture = 4 }

[KernelStruct("pix_format")]
public partial struct PixFormat { public uint Width; public uint Height; public uint PixelFormat; public uint Field; }

[KernelStruct("vbi_format")]
public partial struct VbiFormat { public uint SamplingRate; public uint Offset; public uint SamplesPerLine; public uint SampleFormat; }

[KernelUnion, StructLayout(LayoutKind.Explicit)]
public partial struct FormatUnion
{
    [FieldOffset(0), Arm(BufType.VideoCapture)] public PixFormat Pix;
    [FieldOffset(0), Arm(BufType.VbiCapture)] public VbiFormat Vbi;
}

[KernelStruct("video_format")]
public partial struct VideoFormat
{
    public BufType Type;
    [Union(Discriminator = nameof(Type))] public FormatUnion Fmt;
}

[IoctlGroup('V')]
public static partial class VideoIoctls
{
    [Ioctl(IoctlMacro.IOWR, 4, Name = "VIDIOC_G_FMT")] public static partial void GetFormat(this Video video, ref VideoFormat format);
    [Ioctl(IoctlMacro.IOWR, 5, Name = "VIDIOC_S_FMT"), FailsWith(Errno.EBUSY, "streaming has begun")] public static partial Errno TrySetFormat(this Video video, ref VideoFormat format);
}

public static class Capture
{
    public static (uint Width, uint Height) Size(Video video)
    {
        VideoFormat format = new() { Type = BufType.VideoCapture };
        video.GetFormat(ref format);
        return (format.Fmt.Pix.Width, format.Fmt.Pix.Height);
    }

    public static bool TryResize(Video video, ref uint width, ref uint height)
    {
        VideoFormat format = new() { Type = BufType.VideoCapture };
        video.GetFormat(ref format);
        format.Fmt.Pix = format.Fmt.Pix with { Width = width, Height = height };
        if (video.TrySetFormat(ref format) != Errno.None)
            return false;
        (width, height) = (format.Fmt.Pix.Width, format.Fmt.Pix.Height);
        return true;
    }

    public static string Describe(in VideoFormat format) => format.Type switch
    {
        BufType.VideoCapture => $"{format.Fmt.Pix.Width}x{format.Fmt.Pix.Height}",
        BufType.VbiCapture => $"{format.Fmt.Vbi.SamplingRate} Hz",
        _ => format.Type.ToString(),
    };
}

//// Event union read by if and else
public sealed class EventSource : DeviceHandle
{
    public EventSource(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
}

public enum EventKind : uint { Key = 1, Motion = 2 }

[KernelStruct]
public partial struct Motion { public int X; public int Y; }

[KernelUnion, StructLayout(LayoutKind.Explicit)]
public partial struct EventData
{
    [FieldOffset(0), Arm(EventKind.Key)] public uint Key;
    [FieldOffset(0), Arm(EventKind.Motion)] public Motion Motion;
}

[KernelStruct("any_event")]
public partial struct AnyEvent
{
    public EventKind Kind;
    [Union(Anonymous = true, Discriminator = nameof(Kind))] public EventData Data;
    public uint Sequence;
}

[IoctlGroup('e')]
public static partial class EventIoctls
{
    [Ioctl(IoctlMacro.IOR, 1, Name = "EVENT_NEXT")] public static partial Errno TryNext(this EventSource source, out AnyEvent next);
}

public static class Events
{
    public static void Pump(EventSource source, Action<uint> key, Action<int, int> move)
    {
        while (source.TryNext(out AnyEvent next) == Errno.None)
        {
            if (next.Kind == EventKind.Key)
            {
                key(next.Data.Key);
                continue;
            }
            if (next.Kind != EventKind.Motion)
                break;
            move(next.Data.Motion.X, next.Data.Motion.Y);
        }
    }

    public static uint? KeyOf(AnyEvent e) => e is { Kind: EventKind.Key } ? e.Data.Key : null;
}

//// Bit fields of a status word
public sealed class Radio : DeviceHandle
{
    public Radio(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
}

public enum Band : uint { Low, Middle, High }

[KernelStruct("radio_status")]
public partial struct RadioStatus
{
    [Bits("Locked", 1), Bits("Band", 2, Type = typeof(Band)), Bits("Gain", 5), Bits("", 8), Bits("Level", 16)] private uint _word;
    public uint Frequency;
}

[IoctlGroup('r')]
public static partial class RadioIoctls
{
    [Ioctl(IoctlMacro.IOR, 1, Name = "RADIO_STATUS")] public static partial RadioStatus GetStatus(this Radio radio);
    [Ioctl(IoctlMacro.IOW, 2, Name = "RADIO_TUNE")] public static partial void Tune(this Radio radio, in RadioStatus status);
}

public static class Tuner
{
    public static bool TryTune(Radio radio, uint hertz)
    {
        RadioStatus wish = new() { Frequency = hertz, Gain = 12 };
        wish.Band = hertz switch { < 30_000_000 => Band.Low, < 300_000_000 => Band.Middle, _ => Band.High };
        radio.Tune(wish);
        return radio.GetStatus() is { Locked: 1, Level: > 100 };
    }
}

//// Answer that grows by its size
public sealed class Catalog : DeviceHandle
{
    public Catalog(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
}

[KernelStruct("catalog_list"), Tail("ids", typeof(uint))]
public partial struct CatalogList
{
    [ArgSize] private uint _argsz;
    public uint Shelf;
    public uint Count;
}

[IoctlGroup('c')]
public static partial class CatalogIoctls
{
    [Ioctl(IoctlMacro.IO, 1, Name = "CATALOG_LIST"), AskAgain(Errno.ENOSPC, Count = nameof(CatalogList.Count))]
    public static partial KernelBuffer<CatalogList> List(this Catalog catalog, [Field(nameof(CatalogList.Shelf))] uint shelf);

    [Ioctl(IoctlMacro.IO, 1, Name = "CATALOG_LIST"), AskAgain(Errno.ENOSPC, Count = nameof(CatalogList.Count))]
    public static partial Errno TryList(this Catalog catalog, [Field(nameof(CatalogList.Shelf))] uint shelf, out KernelBuffer<CatalogList> list);
}

public static class Shelves
{
    public static uint[] Ids(Catalog catalog, uint shelf)
    {
        var list = catalog.List(shelf);
        return list.Tail<uint>((int)list.Value.Count).ToArray();
    }

    public static bool Contains(Catalog catalog, uint shelf, uint id)
    {
        if (catalog.TryList(shelf, out var list) is var error && error != Errno.None)
            return false;
        foreach (uint one in list.Tail<uint>(checked((int)list.Value.Count)))
        {
            if (one == id)
                return true;
        }
        return false;
    }
}

//// Tail of handles and of numbers
using System.Collections.Generic;
using System.Linq;

public sealed class Mixer : DeviceHandle
{
    public Mixer(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
}

[Flags]
public enum MixFlags : uint { None = 0, Exclusive = 1, Shared = 2 }

[KernelStruct("mix"), Tail("fds", typeof(int))]
public partial struct Mix
{
    [ArgSize] private uint _argsz;
    [ExactlyOne(MixFlags.Exclusive | MixFlags.Shared)] public MixFlags Flags;
    [TailCount] private uint _count;
}

[IoctlGroup('m')]
public static partial class MixIoctls
{
    [Ioctl(IoctlMacro.IO, 1, Name = "MIX_SET")] public static partial void Set(this Mixer mixer, in Mix mix, [Tail] ReadOnlySpan<Device?> devices);
    [Ioctl(IoctlMacro.IO, 2, Name = "MIX_SHARE", Argument = typeof(Mix)), Preset(nameof(Mix.Flags), MixFlags.Shared)] public static partial void Share(this Mixer mixer, [Tail] params ReadOnlySpan<Device?> devices);
    [Ioctl(IoctlMacro.IO, 3, Name = "MIX_LEVELS"), Preset(nameof(Mix.Flags), MixFlags.Exclusive)] public static partial Errno TryLevels(this Mixer mixer, in Mix mix, [Tail] ReadOnlySpan<int> levels);
}

public static class Mixing
{
    public static void Attach(Mixer mixer, IEnumerable<Device> devices, bool exclusive)
    {
        Device?[] all = devices.ToArray();
        mixer.Set(new Mix { Flags = exclusive ? MixFlags.Exclusive : MixFlags.Shared }, all);
        mixer.Share(all[0], null, all[^1]);
    }

    public static bool Mute(Mixer mixer, int channels) => mixer.TryLevels(default, new int[channels]) is Errno.None;
}

//// Struct behind a pointer field and a span
public sealed class Crypt : DeviceHandle
{
    public Crypt(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
}

[KernelStruct("crypt_op")]
public partial struct CryptOp
{
    public uint Session;
    public uint Length;
    public UserPointer Source;
    public UserPointer Target;
    public UserPointer Iv;
}

[IoctlGroup('c')]
public static partial class CryptIoctls
{
    [Ioctl(IoctlMacro.IOWR, 104, Name = "CRYPT_RUN", Argument = typeof(CryptOp)), FailsWith(Errno.EINVAL, "the length is no multiple of the block")]
    public static partial void Run(
        this Crypt crypt,
        [Field(nameof(CryptOp.Session))] uint session,
        [Field(nameof(CryptOp.Source), Length = nameof(CryptOp.Length))] ReadOnlySpan<byte> source,
        [Field(nameof(CryptOp.Target)), MinimumLength(nameof(CryptOp.Length))] Span<byte> target,
        [Field(nameof(CryptOp.Iv)), FixedLength(16)] ReadOnlySpan<byte> iv);
}

public sealed class Cipher(Crypt crypt, uint session)
{
    public byte[] Encrypt(ReadOnlySpan<byte> plain, in Guid iv)
    {
        Span<byte> start = stackalloc byte[16];
        iv.TryWriteBytes(start);
        byte[] result = GC.AllocateUninitializedArray<byte>(plain.Length);
        crypt.Run(session, plain, result, start);
        return result;
    }
}

//// Handle given back in a field or as the result
public sealed class Hub : DeviceHandle
{
    public Hub(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
}

public sealed class Port : DeviceHandle
{
    public Port(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
}

[KernelStruct("hub_port")]
public partial struct HubPort
{
    public uint Index;
    public int EventFd;
    [OwnedFd] public int PortFd;
    [Range(1, 3)] public uint Speed;
}

[IoctlGroup('h')]
public static partial class HubIoctls
{
    [Ioctl(IoctlMacro.IOWR, 1, Name = "HUB_PORT", Argument = typeof(HubPort))]
    [return: Field(nameof(HubPort.PortFd))]
    public static partial Port OpenPort(this Hub hub, [Field(nameof(HubPort.Index))] uint index, [Field(nameof(HubPort.EventFd))] EventFd? onChange, [Field(nameof(HubPort.Speed))] uint speed);

    [Ioctl(IoctlMacro.IOW, 2, Name = "HUB_NAME", MacroType = typeof(nint))] public static partial Errno TryRename(this Hub hub, [CString] string name);
}

public sealed class PortWatcher(Hub hub, uint index) : IDisposable
{
    private readonly EventFd _changed = new();
    private Port? _port;

    public Port Port => _port ??= hub.OpenPort(index, _changed, speed: 2);

    public bool WaitForChange(TimeSpan timeout) => _changed.Wait(timeout);

    public Port OpenQuiet(bool fast) => hub.OpenPort(index, null, fast ? 3u : 1u);

    public bool Rename(string name) => hub.TryRename(name) switch { Errno.None => true, Errno.EEXIST => false, var e => throw new System.IO.IOException($"{e}") };

    public void Dispose()
    {
        _port?.Dispose();
        _changed.Dispose();
    }
}

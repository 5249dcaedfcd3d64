public sealed class LoopControl : DeviceHandle
{
    public LoopControl(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
    public LoopControl() : base("/dev/loop-control") { }
}

[IoctlGroup(Header = "linux/loop.h")]
public static partial class LoopIoctls
{
    [Ioctl(Name = "LOOP_CONFIGURE", Number = 0x4C0A, NumberOnPowerPC = 0x4C0A, NumberOnMips = 0x4C0A, NumberOnSparc = 0x4C0A), FailsWith(Errno.EBUSY, "the loop device has a file already")]
    public static partial void Configure(this LoopDevice device, in LoopConfig config);

    [Ioctl(Name = "LOOP_CONFIGURE", Number = 0x4C0A, NumberOnPowerPC = 0x4C0A, NumberOnMips = 0x4C0A, NumberOnSparc = 0x4C0A)]
    public static partial Errno TryConfigure(this LoopDevice device, in LoopConfig config);

    [Ioctl(Name = "LOOP_CLR_FD", Number = 0x4C01, NumberOnPowerPC = 0x4C01, NumberOnMips = 0x4C01, NumberOnSparc = 0x4C01)]
    public static partial void Clear(this LoopDevice device);

    [Ioctl(Name = "LOOP_GET_STATUS64", Number = 0x4C05, NumberOnPowerPC = 0x4C05, NumberOnMips = 0x4C05, NumberOnSparc = 0x4C05)]
    public static partial LoopInfo GetStatus(this LoopDevice device);

    [Ioctl(Name = "LOOP_GET_STATUS64", Number = 0x4C05, NumberOnPowerPC = 0x4C05, NumberOnMips = 0x4C05, NumberOnSparc = 0x4C05)]
    public static partial Errno TryGetStatus(this LoopDevice device, out LoopInfo info);

    [Ioctl(Name = "LOOP_SET_STATUS64", Number = 0x4C04, NumberOnPowerPC = 0x4C04, NumberOnMips = 0x4C04, NumberOnSparc = 0x4C04)]
    public static partial void SetStatus(this LoopDevice device, in LoopInfo info);

    [Ioctl(Name = "LOOP_CTL_GET_FREE", Number = 0x4C82, NumberOnPowerPC = 0x4C82, NumberOnMips = 0x4C82, NumberOnSparc = 0x4C82)]
    public static partial int GetFree(this LoopControl control);
}

public sealed class LoopDevice : DeviceHandle
{
    public LoopDevice(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
    public LoopDevice(string path) : base(path) { }
}

[KernelStruct("loop_info64", Header = "linux/loop.h")]
public unsafe partial struct LoopInfo
{
    [CName("lo_device")] public ulong Device;
    [CName("lo_inode")] public ulong Inode;
    [CName("lo_rdevice")] public ulong RDevice;
    [CName("lo_offset")] public ulong Offset;
    [CName("lo_sizelimit")] public ulong SizeLimit;
    [CName("lo_number")] public uint Number;
    [CName("lo_encrypt_type")] public uint EncryptType;
    [CName("lo_encrypt_key_size")] public uint EncryptKeySize;
    [CName("lo_flags")] public LoopFlags Flags;
    [CString, CName("lo_file_name")] private fixed byte _fileName[64];
    [CString, CName("lo_crypt_name")] private fixed byte _cryptName[64];
    [CName("lo_encrypt_key")] private fixed byte _encryptKey[32];
    [CName("lo_init")] private fixed ulong _init[2];
}

[Flags, KernelConstants("LO_FLAGS_", Header = "linux/loop.h")]
public enum LoopFlags : uint { None = 0, [CName("LO_FLAGS_READ_ONLY")] ReadOnly = 1, [CName("LO_FLAGS_AUTOCLEAR")] AutoClear = 4, [CName("LO_FLAGS_PARTSCAN")] PartScan = 8, [CName("LO_FLAGS_DIRECT_IO")] DirectIo = 16 }

[KernelStruct("loop_config", Header = "linux/loop.h")]
public unsafe partial struct LoopConfig
{
    public uint Fd;
    [Range(0, 65536)] public uint BlockSize;
    public LoopInfo Info;
    [Reserved] private fixed ulong _reserved[8];
}

[IoctlGroup(0x12, Header = "linux/fs.h")]
public static partial class BlockIoctls
{
    [Ioctl(IoctlMacro.IOR, 114, Name = "BLKGETSIZE64", MacroType = typeof(nuint))]
    public static partial void GetSize(this BlockDevice device, out ulong bytes);

    [Ioctl(IoctlMacro.IO, 104, Name = "BLKSSZGET")]
    public static partial void GetSectorSize(this BlockDevice device, out int bytes);

    [Ioctl(IoctlMacro.IO, 119, Name = "BLKDISCARD")]
    public static partial void Discard(this BlockDevice device, [FixedLength(2)] ReadOnlySpan<ulong> range);

    [Ioctl(IoctlMacro.IO, 97, Name = "BLKFLSBUF")]
    public static partial Errno TryFlush(this BlockDevice device);

    [Ioctl(IoctlMacro.IO, 95, Name = "BLKRRPART"), FailsWith(Errno.EBUSY, "a partition is in use")]
    public static partial void ReadPartitions(this BlockDevice device);

    [Ioctl(IoctlMacro.IO, 93, Name = "BLKROSET")]
    public static partial void SetReadOnly(this BlockDevice device, in int readOnly);
}

public sealed class BlockDevice : DeviceHandle
{
    public BlockDevice(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
    public BlockDevice(string path, System.IO.FileAccess access) : base(path, access) { }
}

[Flags, KernelConstants("IFF_", Header = "linux/if_tun.h")]
public enum TunFlags : ushort { None = 0, [CName("IFF_TUN")] Tun = 1, [CName("IFF_TAP")] Tap = 2, [CName("IFF_MULTI_QUEUE")] MultiQueue = 0x100, [CName("IFF_NO_PI")] NoPi = 0x1000, [CName("IFF_VNET_HDR")] VnetHdr = 0x4000 }

[IoctlGroup('T', Header = "linux/if_tun.h")]
public static partial class TunIoctls
{
    [Ioctl(IoctlMacro.IOW, 202, Name = "TUNSETIFF", MacroType = typeof(int)), FailsWith(Errno.EPERM, "CAP_NET_ADMIN is missing")]
    public static partial void SetInterface(this TunDevice device, ref TunRequest request);

    [Ioctl(IoctlMacro.IOW, 202, Name = "TUNSETIFF", MacroType = typeof(int))]
    public static partial Errno TrySetInterface(this TunDevice device, ref TunRequest request);

    [Ioctl(IoctlMacro.IOW, 203, Name = "TUNSETPERSIST", MacroType = typeof(int)), After(nameof(SetInterface)), After(nameof(TrySetInterface))]
    public static partial void SetPersistent(this TunDevice device, int on);

    [Ioctl(IoctlMacro.IOR, 215, Name = "TUNGETVNETHDRSZ")]
    public static partial void GetHeaderSize(this TunDevice device, out int bytes);

    [Ioctl(IoctlMacro.IOR, 207, Name = "TUNGETFEATURES")]
    public static partial void GetFeatures(this TunDevice device, out uint features);
}

public sealed class TunDevice : DeviceHandle
{
    public TunDevice(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
    public TunDevice() : base("/dev/net/tun") { }
}

[KernelStruct("tun_request")]
public unsafe partial struct TunRequest
{
    [CString] private fixed byte _name[16];
    [ExactlyOne(TunFlags.Tun | TunFlags.Tap)] public TunFlags Flags;
    [Reserved] private fixed byte _pad[22];
}

//// Tty resize in response to a signal
using System.Threading;

public sealed class Resizer : IDisposable
{
    private readonly Terminal _outer, _inner;
    private readonly PosixSignalRegistration _registration;

    public Resizer(Terminal outer, Terminal inner)
    {
        (_outer, _inner) = (outer, inner);
        _registration = PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => Copy());
    }

    public void Copy()
    {
        WindowSize size = _outer.GetWindowSize();
        if (size is { Row: > 0, Col: > 0 })
            _inner.SetWindowSize(size);
    }

    public void Dispose() => _registration.Dispose();
}

public sealed class Terminal : DeviceHandle
{
    public Terminal(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
    public Terminal(string path) : base(path) { }
}

[KernelStruct("winsize", Header = "asm-generic/termios.h")]
public partial struct WindowSize
{
    [CName("ws_row")] public ushort Row;
    [CName("ws_col")] public ushort Col;
    [CName("ws_xpixel")] public ushort Width;
    [CName("ws_ypixel")] public ushort Height;
}

[IoctlGroup('T', Header = "asm-generic/ioctls.h")]
public static partial class TerminalIoctls
{
    [Ioctl(IoctlMacro.IOR, 0x30, Name = "TIOCGPTN")]
    public static partial void GetNumber(this Terminal master, out uint number);

    [Ioctl(IoctlMacro.IOW, 0x31, Name = "TIOCSPTLCK")]
    public static partial void SetLock(this Terminal master, in int locked);

    [Ioctl(IoctlMacro.IO, 0x41, Name = "TIOCGPTPEER")]
    public static partial Terminal OpenPeer(this Terminal master, int modes);

    [Ioctl(Name = "TIOCGWINSZ", Number = 0x5413, NumberOnPowerPC = 0x40087468, NumberOnMips = 0x40087468, NumberOnSparc = 0x40085468)]
    public static partial WindowSize GetWindowSize(this Terminal terminal);

    [Ioctl(Name = "TIOCGWINSZ", Number = 0x5413, NumberOnPowerPC = 0x40087468, NumberOnMips = 0x40087468, NumberOnSparc = 0x40085468)]
    public static partial Errno TryGetWindowSize(this Terminal terminal, out WindowSize size);

    [Ioctl(Name = "TIOCSWINSZ", Number = 0x5414, NumberOnPowerPC = 0x80087467, NumberOnMips = 0x80087467, NumberOnSparc = 0x80085467)]
    public static partial void SetWindowSize(this Terminal terminal, in WindowSize size);

    [Ioctl(Name = "FIONREAD", Number = 0x541B, NumberOnPowerPC = 0x4004667F, NumberOnMips = 0x467F, NumberOnSparc = 0x4004667F)]
    public static partial void GetReadable(this Terminal terminal, out int count);
}

//// Tty width with a fallback
internal static class Console2
{
    private const int DefaultWidth = 80;

    public static int WidthOf(Terminal terminal) => terminal.TryGetWindowSize(out WindowSize size) switch
    {
        Errno.None when size.Col > 0 => size.Col,
        Errno.None or Errno.ENOTTY => DefaultWidth,
        var error => throw new InvalidOperationException($"The terminal says {error}."),
    };
}

public sealed class Terminal : DeviceHandle
{
    public Terminal(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
    public Terminal(string path) : base(path) { }
}

[KernelStruct("winsize", Header = "asm-generic/termios.h")]
public partial struct WindowSize
{
    [CName("ws_row")] public ushort Row;
    [CName("ws_col")] public ushort Col;
    [CName("ws_xpixel")] public ushort Width;
    [CName("ws_ypixel")] public ushort Height;
}

[IoctlGroup('T', Header = "asm-generic/ioctls.h")]
public static partial class TerminalIoctls
{
    [Ioctl(IoctlMacro.IOR, 0x30, Name = "TIOCGPTN")]
    public static partial void GetNumber(this Terminal master, out uint number);

    [Ioctl(IoctlMacro.IOW, 0x31, Name = "TIOCSPTLCK")]
    public static partial void SetLock(this Terminal master, in int locked);

    [Ioctl(IoctlMacro.IO, 0x41, Name = "TIOCGPTPEER")]
    public static partial Terminal OpenPeer(this Terminal master, int modes);

    [Ioctl(Name = "TIOCGWINSZ", Number = 0x5413, NumberOnPowerPC = 0x40087468, NumberOnMips = 0x40087468, NumberOnSparc = 0x40085468)]
    public static partial WindowSize GetWindowSize(this Terminal terminal);

    [Ioctl(Name = "TIOCGWINSZ", Number = 0x5413, NumberOnPowerPC = 0x40087468, NumberOnMips = 0x40087468, NumberOnSparc = 0x40085468)]
    public static partial Errno TryGetWindowSize(this Terminal terminal, out WindowSize size);

    [Ioctl(Name = "TIOCSWINSZ", Number = 0x5414, NumberOnPowerPC = 0x80087467, NumberOnMips = 0x80087467, NumberOnSparc = 0x80085467)]
    public static partial void SetWindowSize(this Terminal terminal, in WindowSize size);

    [Ioctl(Name = "FIONREAD", Number = 0x541B, NumberOnPowerPC = 0x4004667F, NumberOnMips = 0x467F, NumberOnSparc = 0x4004667F)]
    public static partial void GetReadable(this Terminal terminal, out int count);
}

//// Pty pair as a record
namespace Shell.Pty;

public sealed record PtyPair(Terminal Master, Terminal Peer, uint Number) : IDisposable
{
    public static PtyPair Open(ushort rows = 24, ushort cols = 80)
    {
        Terminal master = new("/dev/ptmx");
        try
        {
            master.SetLock(0);
            master.GetNumber(out uint number);
            Terminal peer = master.OpenPeer(2 | 0x100);
            peer.SetWindowSize(new() { Row = rows, Col = cols });
            return new(master, peer, number);
        }
        catch
        {
            master.Dispose();
            throw;
        }
    }

    public string Path => $"/dev/pts/{Number}";

    public void Dispose()
    {
        Peer.Dispose();
        Master.Dispose();
    }
}

public sealed class Terminal : DeviceHandle
{
    public Terminal(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
    public Terminal(string path) : base(path) { }
}

[KernelStruct("winsize", Header = "asm-generic/termios.h")]
public partial struct WindowSize
{
    [CName("ws_row")] public ushort Row;
    [CName("ws_col")] public ushort Col;
    [CName("ws_xpixel")] public ushort Width;
    [CName("ws_ypixel")] public ushort Height;
}

[IoctlGroup('T', Header = "asm-generic/ioctls.h")]
public static partial class TerminalIoctls
{
    [Ioctl(IoctlMacro.IOR, 0x30, Name = "TIOCGPTN")]
    public static partial void GetNumber(this Terminal master, out uint number);

    [Ioctl(IoctlMacro.IOW, 0x31, Name = "TIOCSPTLCK")]
    public static partial void SetLock(this Terminal master, in int locked);

    [Ioctl(IoctlMacro.IO, 0x41, Name = "TIOCGPTPEER")]
    public static partial Terminal OpenPeer(this Terminal master, int modes);

    [Ioctl(Name = "TIOCGWINSZ", Number = 0x5413, NumberOnPowerPC = 0x40087468, NumberOnMips = 0x40087468, NumberOnSparc = 0x40085468)]
    public static partial WindowSize GetWindowSize(this Terminal terminal);

    [Ioctl(Name = "TIOCGWINSZ", Number = 0x5413, NumberOnPowerPC = 0x40087468, NumberOnMips = 0x40087468, NumberOnSparc = 0x40085468)]
    public static partial Errno TryGetWindowSize(this Terminal terminal, out WindowSize size);

    [Ioctl(Name = "TIOCSWINSZ", Number = 0x5414, NumberOnPowerPC = 0x80087467, NumberOnMips = 0x80087467, NumberOnSparc = 0x80085467)]
    public static partial void SetWindowSize(this Terminal terminal, in WindowSize size);

    [Ioctl(Name = "FIONREAD", Number = 0x541B, NumberOnPowerPC = 0x4004667F, NumberOnMips = 0x467F, NumberOnSparc = 0x4004667F)]
    public static partial void GetReadable(this Terminal terminal, out int count);
}

//// Tty readable bytes polled asynchronously
using System.Threading;
using System.Threading.Tasks;

public static class TerminalPolling
{
    public static async Task<byte[]> ReadWhenReadyAsync(Terminal terminal, CancellationToken cancellation)
    {
        int count;
        while (true)
        {
            terminal.GetReadable(out count);
            if (count > 0)
                break;
            await Task.Delay(10, cancellation).ConfigureAwait(false);
        }
        byte[] bytes = new byte[count];
        int read = terminal.ReadNext(bytes);
        return bytes[..read];
    }
}

public sealed class Terminal : DeviceHandle
{
    public Terminal(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
    public Terminal(string path) : base(path) { }
}

[KernelStruct("winsize", Header = "asm-generic/termios.h")]
public partial struct WindowSize
{
    [CName("ws_row")] public ushort Row;
    [CName("ws_col")] public ushort Col;
    [CName("ws_xpixel")] public ushort Width;
    [CName("ws_ypixel")] public ushort Height;
}

[IoctlGroup('T', Header = "asm-generic/ioctls.h")]
public static partial class TerminalIoctls
{
    [Ioctl(IoctlMacro.IOR, 0x30, Name = "TIOCGPTN")]
    public static partial void GetNumber(this Terminal master, out uint number);

    [Ioctl(IoctlMacro.IOW, 0x31, Name = "TIOCSPTLCK")]
    public static partial void SetLock(this Terminal master, in int locked);

    [Ioctl(IoctlMacro.IO, 0x41, Name = "TIOCGPTPEER")]
    public static partial Terminal OpenPeer(this Terminal master, int modes);

    [Ioctl(Name = "TIOCGWINSZ", Number = 0x5413, NumberOnPowerPC = 0x40087468, NumberOnMips = 0x40087468, NumberOnSparc = 0x40085468)]
    public static partial WindowSize GetWindowSize(this Terminal terminal);

    [Ioctl(Name = "TIOCGWINSZ", Number = 0x5413, NumberOnPowerPC = 0x40087468, NumberOnMips = 0x40087468, NumberOnSparc = 0x40085468)]
    public static partial Errno TryGetWindowSize(this Terminal terminal, out WindowSize size);

    [Ioctl(Name = "TIOCSWINSZ", Number = 0x5414, NumberOnPowerPC = 0x80087467, NumberOnMips = 0x80087467, NumberOnSparc = 0x80085467)]
    public static partial void SetWindowSize(this Terminal terminal, in WindowSize size);

    [Ioctl(Name = "FIONREAD", Number = 0x541B, NumberOnPowerPC = 0x4004667F, NumberOnMips = 0x467F, NumberOnSparc = 0x4004667F)]
    public static partial void GetReadable(this Terminal terminal, out int count);
}

//// Loop device attached read only
using System.IO;
using Microsoft.Win32.SafeHandles;

public static class ReadOnlyImage
{
    public static LoopDevice Attach(string image, ulong offset)
    {
        using SafeFileHandle file = File.OpenHandle(image);
        using LoopControl control = new();
        LoopDevice device = new($"/dev/loop{control.GetFree()}");
        using BorrowedFd fd = new(file);
        LoopConfig config = new() { Fd = (uint)fd.Value, BlockSize = 512 };
        config.Info.Flags = LoopFlags.ReadOnly | LoopFlags.AutoClear;
        config.Info.Offset = offset;
        config.Info.FileName = Path.GetFileName(image) is { Length: < 64 } name ? name : "image";
        device.Configure(config);
        return device;
    }
}

//// Loop device race for a free number
using System.IO;

public static class LoopAllocator
{
    public static LoopDevice Allocate(int fd, LoopFlags flags)
    {
        using LoopControl control = new();
        for (int attempt = 0; ; attempt++)
        {
            LoopDevice device = new($"/dev/loop{control.GetFree()}");
            try
            {
                device.Configure(new LoopConfig { Fd = (uint)fd, Info = new LoopInfo { Flags = flags } });
                return device;
            }
            catch (IoctlException e) when (e.Error == Errno.EBUSY && attempt < 16)
            {
                device.Dispose();
            }
        }
    }
}

//// Loop devices listed with LINQ
using System.Collections.Generic;
using System.IO;
using System.Linq;

public static class LoopList
{
    public static IReadOnlyList<(string Path, string File, bool ReadOnly)> All() =>
        Directory.EnumerateFiles("/dev", "loop?").Select(Describe).OfType<(string, string, bool)>().ToList();

    private static (string, string, bool)? Describe(string path)
    {
        using LoopDevice device = new(path);
        return device.TryGetStatus(out LoopInfo info) == Errno.None
            ? (path, info.FileName, info.Flags.HasFlag(LoopFlags.ReadOnly))
            : null;
    }
}

//// Loop flags changed after a look
public static class LoopTuning
{
    public static void EnableDirectIo(LoopDevice device)
    {
        LoopInfo info = device.GetStatus();
        if ((info.Flags & LoopFlags.DirectIo) != 0)
            return;
        info.Flags |= LoopFlags.DirectIo;
        device.SetStatus(in info);
    }

    public static void Limit(LoopDevice device, ulong bytes) => device.SetStatus(device.GetStatus() with { SizeLimit = bytes });
}

//// Loop owner that detaches
public interface IBackingStore : IDisposable
{
    ulong Offset { get; }
}

public sealed class LoopStore(LoopDevice device) : IBackingStore
{
    private bool _attached;

    public ulong Offset => device.GetStatus().Offset;

    public bool TryAttach(Device file, ref LoopConfig config)
    {
        using BorrowedFd fd = new(file);
        config.Fd = (uint)fd.Value;
        Errno error = device.TryConfigure(config);
        _attached = error == Errno.None;
        return _attached;
    }

    public void Dispose()
    {
        if (_attached)
            device.Clear();
        device.Dispose();
    }
}

//// Block device geometry
using System.IO;

public readonly record struct Geometry(ulong Bytes, int SectorSize)
{
    public ulong Sectors => Bytes / (uint)SectorSize;

    public static Geometry Of(string path)
    {
        using BlockDevice device = new(path, FileAccess.Read);
        device.GetSize(out ulong bytes);
        device.GetSectorSize(out int sector);
        return new(bytes, sector);
    }
}

//// Block device trimmed in pieces
using System.Threading;

public static class Trimmer
{
    private const ulong Piece = 1ul << 30;

    public static void Trim(BlockDevice device, IProgress<double>? progress, CancellationToken cancellation)
    {
        device.GetSize(out ulong size);
        Span<ulong> range = stackalloc ulong[2];
        for (ulong at = 0; at < size; at += Piece)
        {
            cancellation.ThrowIfCancellationRequested();
            range[0] = at;
            range[1] = Math.Min(Piece, size - at);
            device.Discard(range);
            progress?.Report((double)at / size);
        }
    }

    public static void TrimStart(BlockDevice device, ulong bytes) => device.Discard([0, bytes]);
}

//// Block device flushed and rescanned
using System.Threading;

public static class Partitions
{
    public static void Reread(BlockDevice device, int tries = 5)
    {
        Errno flushed = device.TryFlush();
        if (flushed is not (Errno.None or Errno.EACCES))
            throw new InvalidOperationException($"Flushing: {flushed}");
        while (true)
        {
            try
            {
                device.ReadPartitions();
                return;
            }
            catch (IoctlException e) when (e is { Error: Errno.EBUSY } && tries-- > 0)
            {
                Thread.Sleep(100);
            }
        }
    }

    public static void Protect(BlockDevice device, bool on) => device.SetReadOnly(on ? 1 : 0);
}

//// Tap with a name and one queue
public static class Taps
{
    public static (TunDevice Device, string Name) Create(string pattern, bool persistent)
    {
        TunDevice device = new();
        TunRequest request = new() { Flags = TunFlags.Tap | TunFlags.NoPi, Name = pattern };
        device.SetInterface(ref request);
        if (persistent)
            device.SetPersistent(1);
        return (device, request.Name);
    }
}

//// Tun or tap by an option
using System.Collections.Generic;

public enum Layer { Ip, Ethernet }

public sealed class TunFactory(Action<string> log)
{
    public IEnumerable<TunDevice> Queues(Layer layer, string name, int count)
    {
        for (int i = 0; i < count; i++)
        {
            TunRequest request = default;
            request.Name = name;
            request.Flags = layer switch { Layer.Ip => TunFlags.Tun, _ => TunFlags.Tap };
            request.Flags |= TunFlags.MultiQueue;
            TunDevice device = new();
            Errno error = device.TrySetInterface(ref request);
            if (error != Errno.None)
            {
                device.Dispose();
                log($"queue {i}: {error}");
                yield break;
            }
            yield return device;
        }
    }
}

//// Tun header size before packets
using System.Threading.Tasks;

public sealed class PacketPump(TunDevice device)
{
    private readonly Lazy<int> _header = new(() => { device.GetHeaderSize(out int bytes); return bytes; });

    public bool Supports(TunFlags flag)
    {
        device.GetFeatures(out uint features);
        return ((TunFlags)features & flag) == flag;
    }

    public Task<int> ReadAsync(byte[] packet) => Task.Run(() =>
    {
        int count = device.ReadNext(packet);
        return Math.Max(0, count - _header.Value);
    });
}

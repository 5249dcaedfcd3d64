public sealed class Toaster : DeviceHandle
{
    public Toaster(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
    public Toaster(string path = "/dev/toaster0") : base(path) { }
}

[Flags, KernelConstants("TOASTER_")]
public enum ToastFlags : uint { None = 0, Bread = 1, Bagel = 2, Waffle = 4, Timed = 8, Defrost = 16, Quiet = 32, Loud = 64, Window = 128 }

public sealed class Crumbs : DeviceHandle
{
    public Crumbs(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
}

[KernelStruct("toaster_tray")]
public partial struct ToastTray
{
    public uint Flags;
    [OwnedFd] public int TrayFd;
}

[IoctlGroup('t')]
public static partial class ToasterIoctls
{
    [Ioctl(IoctlMacro.IO, 1, Name = "TOASTER_PLUG")]
    public static partial void Plug(this Toaster toaster);

    [Ioctl(IoctlMacro.IO, 1, Name = "TOASTER_PLUG")]
    public static partial Errno TryPlug(this Toaster toaster);

    [Ioctl(IoctlMacro.IOW, 2, Name = "TOASTER_PROGRAM"), After(nameof(Plug)), After(nameof(TryPlug)), FailsWith(Errno.EBUSY, "it toasts already")]
    public static partial void Program(this Toaster toaster, in ToastProgram program);

    [Ioctl(IoctlMacro.IOW, 2, Name = "TOASTER_PROGRAM"), After(nameof(Plug)), After(nameof(TryPlug))]
    public static partial Errno TryProgram(this Toaster toaster, in ToastProgram program);

    [Ioctl(IoctlMacro.IO, 3, Name = "TOASTER_START"), After(nameof(Program)), After(nameof(TryProgram))]
    public static partial void Start(this Toaster toaster);

    [Ioctl(IoctlMacro.IOR, 4, Name = "TOASTER_INFO")]
    public static partial ToastInfo GetInfo(this Toaster toaster);

    [Ioctl(IoctlMacro.IOR, 4, Name = "TOASTER_INFO")]
    public static partial Errno TryGetInfo(this Toaster toaster, out ToastInfo info);

    [Ioctl(IoctlMacro.IOWR, 5, Name = "TOASTER_EJECT")]
    public static partial void Eject(this Toaster toaster, ref ToastEject eject);

    [Ioctl(IoctlMacro.IO, 6, Name = "TOASTER_DRAIN"), MustRead]
    public static partial int Drain(this Toaster toaster);

    [Ioctl(IoctlMacro.IOWR, 7, Name = "TOASTER_TRAY")]
    public static partial void OpenTray(this Toaster toaster, ref ToastTray tray);

    [Ioctl(IoctlMacro.IOWR, 7, Name = "TOASTER_TRAY", Argument = typeof(ToastTray))]
    public static partial Errno TryOpenTray(this Toaster toaster, [Field(nameof(ToastTray.Flags))] uint flags, [Field(nameof(ToastTray.TrayFd))] out Crumbs? crumbs);
}

[KernelStruct("toaster_program")]
public partial struct ToastProgram
{
    [ArgSize] private uint _argsz;
    [ExactlyOne(ToastFlags.Bread | ToastFlags.Bagel | ToastFlags.Waffle), Excludes(ToastFlags.Quiet, ToastFlags.Loud), Requires(ToastFlags.Defrost, ToastFlags.Timed)]
    public ToastFlags Flags;
    [NonZero, Range(1, 9)] public uint Browning;
    [ValidWhen(nameof(Flags), ToastFlags.Timed)] public uint Seconds;
    [ValidWhen(nameof(Flags), ToastFlags.Window), PageAligned] public ulong WindowOffset;
    [PageAligned, NonZero(Unless = ToastFlags.Waffle)] public ulong WindowSize;
}

[KernelStruct("toaster_eject")]
public partial struct ToastEject
{
    public uint Wanted;
    [MustRead] public uint Ejected;
}

[KernelStruct("toaster_info")]
public unsafe partial struct ToastInfo
{
    [ArgSize] private uint _argsz;
    public ToastInfoFlags Flags;
    [ValidWhen(nameof(Flags), ToastInfoFlags.Temperature)] public int Temperature;
    [ValidWhen(nameof(Flags), ToastInfoFlags.Slices)] public uint Slices;
    [ValidWhen(nameof(Flags), ToastInfoFlags.Serial)] public ulong Serial;
    [CString] private fixed byte _model[32];
}

[Flags, KernelConstants("TOASTER_INFO_")]
public enum ToastInfoFlags : uint { None = 0, Temperature = 1, Slices = 2, Serial = 4 }

//// Toaster flags chosen by a switch
public enum Slice { Bread, Bagel, Waffle }

public static class Programs
{
    public static void Toast(Toaster toaster, Slice slice, uint browning)
    {
        ToastProgram program = new() { Browning = Math.Clamp(browning, 1, 9), WindowSize = 4096 };
        switch (slice)
        {
            case Slice.Bread:
                program.Flags = ToastFlags.Bread;
                break;
            case Slice.Bagel:
                program.Flags = ToastFlags.Bagel;
                break;
            default:
                program.Flags |= ToastFlags.Waffle;
                program.WindowSize = 0;
                break;
        }
        toaster.Program(program);
    }
}

//// Toaster program filled by ref helpers
internal static class Fill
{
    private static void Kind(ref ToastProgram program, bool bagel) => program.Flags |= bagel ? ToastFlags.Bagel : ToastFlags.Bread;

    private static void Timer(ref this ToastProgram program, TimeSpan time)
    {
        program.Flags |= ToastFlags.Timed;
        program.Seconds = (uint)time.TotalSeconds;
    }

    public static void Run(Toaster toaster, TimeSpan? time)
    {
        ToastProgram program = default;
        Kind(ref program, bagel: time is null);
        if (time is { } limit)
            program.Timer(limit);
        program.Browning = 5;
        program.WindowSize = (ulong)Environment.SystemPageSize;
        toaster.Program(in program);
    }
}

//// Toaster program with a template and with expressions
internal static class Templates
{
    private static readonly ToastProgram s_breakfast = new() { Flags = ToastFlags.Bread, Browning = 4, WindowSize = 0x2000 };

    private static ToastProgram Slow => s_breakfast with { Flags = ToastFlags.Bread | ToastFlags.Timed | ToastFlags.Defrost, Seconds = 300 };

    public static void Run(Toaster toaster, bool slow, bool quiet)
    {
        ToastProgram program = slow ? Slow : s_breakfast;
        if (quiet)
            program.Flags |= ToastFlags.Quiet;
        toaster.Program(program);
        toaster.Program(s_breakfast with { Browning = 9 });
    }
}

//// Toaster flags added after creation and one removed
internal static class Toggle
{
    public static void Run(Toaster toaster)
    {
        ToastProgram program = new() { Flags = ToastFlags.Quiet | ToastFlags.Bread, Browning = 1, WindowSize = 8192 };
        toaster.Program(program);
        program.Flags &= ~ToastFlags.Quiet;
        program.Flags |= ToastFlags.Loud;
        toaster.Program(program);
        program.Flags ^= ToastFlags.Bread | ToastFlags.Waffle;
        program.WindowSize = 0;
        toaster.Program(program);
    }
}

//// Toaster timed and untimed over one struct
internal static class Series
{
    public static void Run(Toaster toaster, ReadOnlySpan<uint> seconds)
    {
        var program = new ToastProgram { Flags = ToastFlags.Bagel, Browning = 3, WindowSize = 4096 };
        foreach (uint time in seconds)
        {
            if (time == 0)
            {
                program.Flags &= ~ToastFlags.Timed;
                program.Seconds = 0;
            }
            else
            {
                program.Flags |= ToastFlags.Timed;
                program.Seconds = time;
            }
            toaster.Program(program);
        }
    }
}

//// Toaster info read behind guards of many kinds
internal static class Guards
{
    public static string Describe(Toaster toaster)
    {
        ToastInfo info = toaster.GetInfo();
        string text = info.Model;
        if ((info.Flags & ToastInfoFlags.Temperature) != 0)
            text += $", {info.Temperature} degrees";
        if (info.Flags.HasFlag(ToastInfoFlags.Slices) && info.Slices > 0)
            text += $", {info.Slices} slices";
        bool hasSerial = (info.Flags & ToastInfoFlags.Serial) == ToastInfoFlags.Serial;
        return hasSerial ? text + $", #{info.Serial}" : text;
    }

    public static ulong? Serial(Toaster toaster)
    {
        if (toaster.TryGetInfo(out ToastInfo info) != Errno.None || (info.Flags & ToastInfoFlags.Serial) == 0)
            return null;
        return info.Serial;
    }
}

//// Toaster info in LINQ over several devices
using System.Collections.Generic;
using System.Linq;

internal static class Kitchen
{
    public static double AverageTemperature(IEnumerable<Toaster> toasters) => toasters
        .Select(toaster => toaster.GetInfo())
        .Where(info => (info.Flags & ToastInfoFlags.Temperature) != 0)
        .Select(info => info.Temperature)
        .DefaultIfEmpty()
        .Average();

    public static ILookup<bool, string> BySlices(IEnumerable<Toaster> toasters) => toasters
        .Select(toaster => toaster.GetInfo())
        .ToLookup(info => (info.Flags & ToastInfoFlags.Slices) != 0 && info.Slices >= 4, info => info.Model);
}

//// Toaster info in patterns
internal static class Patterns
{
    private const ToastInfoFlags All = ToastInfoFlags.Temperature | ToastInfoFlags.Slices;

    public static bool TryGetHeat(this Toaster toaster, out int degrees)
    {
        var info = toaster.GetInfo();
        degrees = (info.Flags & ToastInfoFlags.Temperature) is not 0 ? info.Temperature : 0;
        return (info.Flags & ToastInfoFlags.Temperature) is not ToastInfoFlags.None;
    }

    public static string State(Toaster toaster)
    {
        ToastInfo info = toaster.GetInfo();
        return (info.Flags & All) switch
        {
            All => $"{info.Slices} at {info.Temperature}",
            ToastInfoFlags.Temperature => $"{info.Temperature}",
            ToastInfoFlags.Slices => $"{info.Slices}",
            _ => "unknown",
        };
    }
}

//// Toaster info wrapped by a view
public sealed class ToasterView(ToastInfo info)
{
    public bool HasTemperature => (info.Flags & ToastInfoFlags.Temperature) != 0;

    public int? Temperature => HasTemperature ? info.Temperature : null;

    public uint Slices
    {
        get
        {
            if (!info.Flags.HasFlag(ToastInfoFlags.Slices))
                throw new NotSupportedException("This toaster does not count.");
            return info.Slices;
        }
    }

    public static ToasterView Of(Toaster toaster) => new(toaster.GetInfo());
}

//// Toaster life from plug to start
using System.Threading.Tasks;

internal static class Morning
{
    public static async Task RunAsync(int programs)
    {
        using Toaster toaster = new();
        if (toaster.TryPlug() is not Errno.None and var error)
            throw new InvalidOperationException($"No power: {error}");
        await Task.Delay(100);
        for (int i = 1; i <= programs; i++)
        {
            toaster.Program(new ToastProgram { Flags = ToastFlags.Bread, Browning = (uint)Math.Min(i, 9), WindowSize = 4096 });
            toaster.Start();
            await Task.Yield();
        }
    }
}

//// Toaster prepared by another method
internal static class Prepared
{
    private static void PlugIn(Toaster toaster)
    {
        toaster.Plug();
        Console.WriteLine($"{toaster} is plugged in");
    }

    private static Toaster OpenPlugged(string path)
    {
        Toaster toaster = new(path);
        PlugIn(toaster);
        return toaster;
    }

    public static void Run()
    {
        using Toaster first = OpenPlugged("/dev/toaster0");
        first.Program(new() { Flags = ToastFlags.Bagel, Browning = 2, WindowSize = 4096 });
        first.Start();

        using Toaster second = new("/dev/toaster1");
        PlugIn(second);
        if (second.TryProgram(new() { Flags = ToastFlags.Waffle, Browning = 2 }) == Errno.None)
            second.Start();
    }
}

//// Toaster ejects until all is out
internal static class Ejecting
{
    public static uint EjectAll(Toaster toaster, uint slices)
    {
        uint left = slices;
        while (left > 0)
        {
            ToastEject eject = new() { Wanted = left };
            toaster.Eject(ref eject);
            if (eject.Ejected == 0)
                break;
            left -= eject.Ejected;
        }
        return left;
    }

    public static bool IsDrained(Toaster toaster) => toaster.Drain() == 0;

    public static void DrainTwice(Toaster toaster, Action<int> report)
    {
        report(toaster.Drain());
        int rest = toaster.Drain();
        if (rest is > 0)
            throw new InvalidOperationException($"{rest} crumbs are left.");
    }
}

//// Toaster eject answer returned and passed on
internal static class EjectAnswers
{
    public static ToastEject Eject(Toaster toaster, uint wanted)
    {
        ToastEject eject = new() { Wanted = wanted };
        toaster.Eject(ref eject);
        return eject;
    }

    public static void EjectInto(Toaster toaster, ref ToastEject eject) => toaster.Eject(ref eject);

    public static void EjectLogged(Toaster toaster)
    {
        var eject = new ToastEject { Wanted = 2 };
        toaster.Eject(ref eject);
        Log(eject);

        static void Log(in ToastEject answer) => Console.WriteLine($"{answer.Ejected} of {answer.Wanted}");
    }
}

//// Toaster tray with an owner at once
internal static class Trays
{
    public static Crumbs Open(Toaster toaster)
    {
        ToastTray tray = default;
        toaster.OpenTray(ref tray);
        return new Crumbs(tray.TrayFd, ownsHandle: true);
    }

    public static Crumbs? OpenOrNone(Toaster toaster) => toaster.TryOpenTray(0, out Crumbs? crumbs) == Errno.None ? crumbs : null;

    public static void Use(Toaster toaster, Span<byte> bytes)
    {
        var tray = new ToastTray { Flags = 1 };
        toaster.OpenTray(ref tray);
        using var crumbs = new Crumbs((IntPtr)tray.TrayFd, true);
        int read = crumbs.ReadNext(bytes);
        Console.WriteLine(read);
    }
}

//// Toaster behind an interface with a fake
public interface IToaster
{
    ToastInfo Info { get; }
    Errno Apply(in ToastProgram program);
}

public sealed class KernelToaster(Toaster toaster) : IToaster
{
    public ToastInfo Info => toaster.GetInfo();

    public Errno Apply(in ToastProgram program) => toaster.TryProgram(in program);
}

public sealed class FakeToaster : IToaster
{
    public ToastProgram? Last { get; private set; }

    public ToastInfo Info => new() { Flags = ToastInfoFlags.Slices, Slices = 2, Model = "fake" };

    public Errno Apply(in ToastProgram program)
    {
        Last = program;
        return program.Browning is >= 1 and <= 9 ? Errno.None : Errno.EINVAL;
    }
}

//// Toaster generic retry around calls
using System.Threading;

internal static class Retrying
{
    private static T Retry<T>(Func<T> call, int tries)
    {
        for (; ; tries--)
        {
            try
            {
                return call();
            }
            catch (IoctlException e) when (e.Error is Errno.EBUSY or Errno.EAGAIN && tries > 0)
            {
                Thread.Sleep(1);
            }
        }
    }

    public static int Drain(Toaster toaster) => Retry(toaster.Drain, 3);

    public static uint? Slices(Toaster toaster)
    {
        ToastInfo info = Retry(() => toaster.GetInfo(), tries: 5);
        return (info.Flags & ToastInfoFlags.Slices) != 0 ? info.Slices : null;
    }
}

//// Toaster programs in an array
internal static class Batch
{
    public static Errno[] Run(Toaster toaster)
    {
        ToastProgram[] programs = new ToastProgram[3];
        ToastFlags[] kinds = [ToastFlags.Bread, ToastFlags.Bagel, ToastFlags.Waffle];
        for (int i = 0; i < programs.Length; i++)
        {
            ref ToastProgram program = ref programs[i];
            program.Flags = kinds[i] | ToastFlags.Timed;
            program.Seconds = 60;
            program.Browning = (uint)i + 1;
            if (kinds[i] != ToastFlags.Waffle)
                program.WindowSize = 4096;
        }
        return Array.ConvertAll(programs, program => toaster.TryProgram(program));
    }
}

//// Toaster window placed when asked for
internal static class Windows
{
    private static readonly ulong Page = (ulong)Environment.SystemPageSize;

    public static void Place(Toaster toaster, ulong? at, ulong bytes)
    {
        ulong size = (bytes + Page - 1) & ~(Page - 1);
        ToastProgram program = new()
        {
            Flags = ToastFlags.Bread | (at.HasValue ? ToastFlags.Window : 0),
            Browning = 7,
            WindowOffset = at.GetValueOrDefault(),
            WindowSize = size == 0 ? Page : size,
        };
        toaster.Program(program);
    }

    public static void PlaceAt(Toaster toaster, uint page)
    {
        ToastProgram program = new() { Flags = ToastFlags.Bread, Browning = 7, WindowSize = 16 * Page };
        if (page != 0)
        {
            program.Flags |= ToastFlags.Window;
            program.WindowOffset = page * Page;
        }
        toaster.Program(program);
    }
}

//// Framebuffer of one's own declaration
[KernelStruct("fb_bitfield", Header = "linux/fb.h")]
public partial struct Bitfield
{
    public uint Offset;
    public uint Length;
    [CName("msb_right")] public uint MostSignificantRight;
}

[KernelStruct("fb_cmap_user", Header = "linux/fb.h")]
public partial struct ColourMap
{
    public uint Start;
    [CName("len")] public uint Length;
    [CallMemory] public nuint Red;
    [CallMemory] public nuint Green;
    [CallMemory] public nuint Blue;
    [CName("transp")] public nuint Transparency;
}

[IoctlGroup('F', Header = "linux/fb.h")]
public static partial class Framebuffer
{
    [Ioctl(Name = "FBIOBLANK", Number = 0x4611, NumberOnPowerPC = 0x4611, NumberOnMips = 0x4611, NumberOnSparc = 0x4611)]
    public static partial void Blank(this Device device, int mode);
}

internal static class Screens
{
    public static void Off(Device screen) => screen.Blank(4);
}

//// Watchdog that is fed
using System.Threading;

[IoctlGroup('W', Header = "linux/watchdog.h")]
public static partial class WatchdogIoctls
{
    [Ioctl(IoctlMacro.IOR, 5, Name = "WDIOC_KEEPALIVE", MacroType = typeof(int))]
    public static partial void KeepAlive(this Device watchdog);

    [Ioctl(IoctlMacro.IOWR, 6, Name = "WDIOC_SETTIMEOUT")]
    public static partial void SetTimeout(this Device watchdog, ref int seconds);

    [Ioctl(IoctlMacro.IOR, 10, Name = "WDIOC_GETTIMELEFT")]
    public static partial Errno TryGetTimeLeft(this Device watchdog, out int seconds);
}

internal sealed class Feeder(Device watchdog)
{
    public int Run(int seconds, CancellationToken cancellation)
    {
        watchdog.SetTimeout(ref seconds);
        while (!cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(seconds / 2.0)))
            watchdog.KeepAlive();
        return watchdog.TryGetTimeLeft(out int left) == Errno.None ? left : seconds;
    }
}

//// Clock with an alarm
[KernelStruct("rtc_time", Header = "linux/rtc.h")]
public partial struct Moment
{
    [CName("tm_sec")] public int Second;
    [CName("tm_min")] public int Minute;
    [CName("tm_hour")] public int Hour;
    [CName("tm_mday")] public int Day;
    [CName("tm_mon")] public int Month;
    [CName("tm_year")] public int Year;
    [CName("tm_wday")] public int Weekday;
    [CName("tm_yday")] public int DayOfYear;
    [CName("tm_isdst")] public int IsDaylightSaving;

    public readonly DateTime ToDateTime() => new(Year + 1900, Month + 1, Day, Hour, Minute, Second, DateTimeKind.Utc);

    public static implicit operator Moment(DateTime time) => new()
    {
        Second = time.Second, Minute = time.Minute, Hour = time.Hour, Day = time.Day, Month = time.Month - 1, Year = time.Year - 1900,
    };
}

[IoctlGroup('p', Header = "linux/rtc.h")]
public static partial class Clock
{
    [Ioctl(IoctlMacro.IOR, 9, Name = "RTC_RD_TIME")] public static partial Moment Read(this Device clock);

    [Ioctl(IoctlMacro.IOW, 10, Name = "RTC_SET_TIME")] public static partial void Set(this Device clock, in Moment time);
}

internal static class Clocks
{
    public static TimeSpan Drift(Device clock) => clock.Read().ToDateTime() - DateTime.UtcNow;

    public static void Correct(Device clock) => clock.Set(DateTime.UtcNow);
}

//// Flags of a file, read and set
[Flags, KernelConstants("FS_", Header = "linux/fs.h")]
public enum FileFlags : uint
{
    [CName("FS_IMMUTABLE_FL")] Immutable = 0x10,
    [CName("FS_APPEND_FL")] AppendOnly = 0x20,
    [CName("FS_NODUMP_FL")] NoDump = 0x40,
}

[IoctlGroup('f', Header = "linux/fs.h")]
public static partial class Files
{
    [Ioctl(IoctlMacro.IOR, 1, Name = "FS_IOC_GETFLAGS", MacroType = typeof(nint))] public static partial void GetFlags(SafeHandle file, out FileFlags flags);

    [Ioctl(IoctlMacro.IOW, 2, Name = "FS_IOC_SETFLAGS", MacroType = typeof(nint))] public static partial Errno TrySetFlags(SafeHandle file, in FileFlags flags);
}

//// Tail of entries of one's own
using System.Collections.Generic;
using System.Linq;

[KernelStruct("sensor_program"), Tail("steps", typeof(SensorStep))]
public partial struct SensorProgram
{
    [ArgSize] private uint _size;
    [Range(1, 3)] public uint Priority;
    [TailCount] private uint _count;
    [Reserved] private uint _pad;
}

[KernelStruct("sensor_step")]
public partial struct SensorStep
{
    public uint Register;
    public uint Value;
}

[IoctlGroup('s')]
public static partial class Sensors
{
    [Ioctl(IoctlMacro.IO, 1, Name = "SENSOR_PROGRAM")]
    public static partial void Program(this Device sensor, in SensorProgram program, [Tail] params ReadOnlySpan<SensorStep> steps);
}

internal static class Programs
{
    public static void Load(Device sensor, IEnumerable<KeyValuePair<uint, uint>> registers)
        => sensor.Program(new SensorProgram { Priority = 2 }, [.. registers.Select(pair => new SensorStep { Register = pair.Key, Value = pair.Value })]);

    public static void Wake(Device sensor) => sensor.Program(new() { Priority = 1 }, new SensorStep { Register = 0x10, Value = 1 }, new SensorStep { Register = 0x11 });
}

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

[Flags, KernelConstants("TOASTER_INFO_")]
public enum ToastInfoFlags : uint { None = 0, Temperature = 1, Slices = 2, Serial = 4 }

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

public sealed class KvmVm : DeviceHandle
{
    public KvmVm(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
}
[KernelStruct("kvm_userspace_memory_region", Header = "linux/kvm.h")]
public partial struct KvmMemoryRegion
{
    public uint Slot;
    public uint Flags;
    [PageAligned] public ulong GuestPhysAddr;
    [PageAligned] public ulong MemorySize;
    [PageAligned, DmaMemory] public UserPointer UserspaceAddr;
}
[KernelStruct("kvm_copy")]
public partial struct KvmCopy { [CallMemory] public UserPointer From; public ulong Length; [PowerOfTwo] public ulong Page; [AlignedTo(64)] public ulong To; }
[IoctlGroup(0xAE)]
public static partial class KvmIoctls
{
    [Ioctl(IoctlMacro.IOW, 0x46, Name = "KVM_SET_USER_MEMORY_REGION")] public static partial void SetMemory(this KvmVm vm, in KvmMemoryRegion region);
    [Ioctl(IoctlMacro.IOW, 0x47, Name = "KVM_COPY")] public static partial void Copy(this KvmVm vm, in KvmCopy copy);
    [Ioctl(IoctlMacro.IO, 0x48, Name = "KVM_RESET")] public static partial void Reset(int fd);
}

//// Local function after its call
internal static class Deferred
{
    public static void Run(in ToastProgram program)
    {
        using Toaster toaster = new();
        Plug();
        toaster.Program(program);
        toaster.Start();

        void Plug() => toaster.Plug();
    }
}

//// Async local function after its call
using System.Threading.Tasks;

internal static class DeferredAsync
{
    public static async Task RunAsync(ToastProgram program)
    {
        using Toaster toaster = new();
        await PlugAsync();
        toaster.Program(program);

        async Task PlugAsync()
        {
            await Task.Delay(100);
            toaster.Plug();
        }
    }
}

//// Later step in a local function
internal static class Steps
{
    public static void Run(ToastProgram program)
    {
        using Toaster toaster = new();
        toaster.Plug();
        Go();
        toaster.Start();

        void Go() => toaster.Program(program);
    }
}

//// Second arm by exclusion
internal static class Exclusion
{
    public static long Value(Device device)
    {
        AnyEvent next = device.Next();
        if (next.Kind == Kind.Key || next.Kind == Kind.Motion)
            return next.Kind == Kind.Key ? next.Data.Key : next.Data.Motion;
        return 0;
    }
}

public enum Kind : uint { Key = 1, Motion = 2 }

[KernelUnion, StructLayout(LayoutKind.Explicit)]
public partial struct EventData
{
    [FieldOffset(0), Arm(Kind.Key)] public uint Key;
    [FieldOffset(0), Arm(Kind.Motion)] public int Motion;
}

[KernelStruct("any_event")]
public partial struct AnyEvent
{
    public Kind Kind;
    [Union(Anonymous = true, Discriminator = nameof(Kind))] public EventData Data;
}

[IoctlGroup('e')]
public static partial class EventIoctls
{
    [Ioctl(IoctlMacro.IOR, 1, Name = "EVENT_NEXT")] public static partial AnyEvent Next(this Device device);
}

//// Result read beside its ref local
internal static class RefLocal
{
    public static uint Eject(Toaster toaster)
    {
        ToastEject eject = new() { Wanted = 2 };
        ref ToastEject answer = ref eject;
        toaster.Eject(ref answer);
        return eject.Ejected;
    }
}

//// Results in the caller's span
internal static class RefInto
{
    public static void EjectAll(Toaster toaster, Span<ToastEject> all)
    {
        foreach (ref ToastEject one in all)
            toaster.Eject(ref one);
    }

    public static uint EjectFirst(Toaster toaster, ToastEject[] all)
    {
        ref ToastEject first = ref all[0];
        toaster.Eject(ref first);
        return all[0].Ejected;
    }
}

//// Address taken out again before the next call
internal static class Reset
{
    public static unsafe void Run(KvmVm vm, byte[] bytes)
    {
        KvmCopy copy = new() { Page = 1 << 14 };
        fixed (byte* data = bytes)
        {
            copy.From = (UserPointer)data;
            copy.Length = (ulong)bytes.Length;
            vm.Copy(copy);
        }
        copy.From = default;
        copy.Length = 0;
        vm.Copy(copy);
    }
}

//// Call by a local function inside of fixed
internal static class LocalSend
{
    public static unsafe void Run(KvmVm vm, byte[] bytes)
    {
        KvmCopy copy = new() { Page = 8192, Length = (ulong)bytes.Length };
        fixed (byte* data = bytes)
        {
            copy.From = (UserPointer)data;
            Send();
        }

        void Send() => vm.Copy(copy);
    }
}

//// Address into two 32-bit registers
internal static class Halves
{
    public static void Program(MappedRegion registers, KvmMemoryRegion region)
    {
        registers.Write32(0x10, (uint)region.GuestPhysAddr);
        registers.Write32(0x14, (uint)(region.GuestPhysAddr >> 32));
    }

    public static (uint High, uint Low) Split(KvmMemoryRegion region) => ((uint)(region.GuestPhysAddr >> 32), unchecked((uint)region.GuestPhysAddr));
}

//// Narrowed behind a guard that throws
internal static class Guarded
{
    public static int Length(KvmMemoryRegion region)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(region.MemorySize, (ulong)int.MaxValue);
        return (int)region.MemorySize;
    }
}

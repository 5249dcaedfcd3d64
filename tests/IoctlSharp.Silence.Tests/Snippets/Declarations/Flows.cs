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

//// Kvm slot sizes narrowed after a look
internal static class SlotSizes
{
    public static int Length(KvmMemoryRegion region) => region.MemorySize <= int.MaxValue ? (int)region.MemorySize : throw new OverflowException();

    public static void InPieces(KvmMemoryRegion region, Action<int> use)
    {
        for (ulong left = region.MemorySize; left > 0;)
        {
            int piece = (int)Math.Min(left, 65536);
            use(piece);
            left -= (ulong)piece;
        }
    }
}

//// Kvm copies from pinned memory in turn
internal static class PinnedCopies
{
    public static unsafe void CopyAll(KvmVm vm, byte[][] parts)
    {
        KvmCopy copy = new() { Page = 4096 };
        foreach (byte[] part in parts)
        {
            fixed (byte* data = part)
            {
                copy.From = (UserPointer)data;
                copy.Length = (ulong)part.Length;
                vm.Copy(copy);
            }
        }
    }

    public static unsafe void CopyMemory(KvmVm vm, ReadOnlyMemory<byte> bytes)
    {
        using var pin = bytes.Pin();
        vm.Copy(new() { From = (UserPointer)pin.Pointer, Length = (ulong)bytes.Length, Page = 1 << 14 });
    }
}

//// Toaster steps chained by errors
internal static class Chained
{
    public static bool TryRun(ToastProgram program)
    {
        using Toaster toaster = new();
        Errno error;
        if ((error = toaster.TryPlug()) != Errno.None || (error = toaster.TryProgram(program)) != Errno.None)
        {
            Console.Error.WriteLine(error);
            return false;
        }
        toaster.Start();
        return true;
    }

    public static Errno Program(ToastProgram program)
    {
        using Toaster toaster = new();
        return toaster.TryPlug() switch { Errno.None => toaster.TryProgram(program), var error => error };
    }
}

//// Toaster waits until the flag is there
using System.Diagnostics;

internal static class Waiting
{
    public static int FirstTemperature(Toaster toaster)
    {
        ToastInfo info;
        do
            info = toaster.GetInfo();
        while (!info.Flags.HasFlag(ToastInfoFlags.Temperature));
        return info.Temperature;
    }

    public static uint Slices(ToastInfo info)
    {
        Debug.Assert((info.Flags & ToastInfoFlags.Slices) != 0);
        return info.Slices;
    }
}

public enum EventKind : uint { Key = 1, Motion = 2 }

[KernelUnion("event_data"), StructLayout(LayoutKind.Explicit)]
public partial struct EventPart
{
    [FieldOffset(0), Arm(EventKind.Key)] public uint Key;
    [FieldOffset(0), Arm(EventKind.Motion)] public int Motion;
}

[KernelStruct("event")]
public partial struct DeviceEvent
{
    public EventKind Kind;
    [Union(Discriminator = nameof(Kind))] public EventPart Part;

    public readonly bool IsKey => Kind == EventKind.Key;

    public readonly bool HasKind(uint kind) => (uint)Kind == kind;
}

[IoctlGroup('e')]
public static partial class DeviceEvents
{
    [Ioctl(IoctlMacro.IOR, 1)] public static partial DeviceEvent NextEvent(this Device device);

    [Ioctl(IoctlMacro.IOR, 1)] public static partial Errno TryNextEvent(this Device device, out DeviceEvent next);
}

//// Left by a break once the kernel knows the page sizes
using IoctlSharp.Vfio;

internal static class Waiting
{
    public static ulong PageSizes(VfioContainer container)
    {
        VfioIommuType1Info info = container.GetType1Info().Value;
        while (true)
        {
            if ((info.Flags & VfioIommuInfoFlags.PageSizes) != 0)
                break;
            info = container.GetType1Info().Value;
        }

        return info.IovaPageSizes;
    }
}

//// Asynchronously, with the flag in a constant of the class
using System.Threading.Tasks;
using IoctlSharp.Vfio;

internal static class Polling
{
    private const VfioIommuInfoFlags Wanted = VfioIommuInfoFlags.PageSizes;

    public static async Task<ulong> PageSizesAsync(VfioContainer container)
    {
        VfioIommuType1Info info = container.GetType1Info().Value;
        while (true)
        {
            if ((info.Flags & Wanted) == Wanted)
                break;
            await Task.Delay(10);
            info = container.GetType1Info().Value;
        }

        return info.IovaPageSizes;
    }
}

//// Out of two loops by goto
using IoctlSharp.Vfio;

internal static class Jump
{
    public static ulong PageSizes(VfioContainer container)
    {
        VfioIommuType1Info info = container.GetType1Info().Value;
        while (true)
        {
            for (int i = 0; i < 3; i++)
            {
                if (info.Flags.HasFlag(VfioIommuInfoFlags.PageSizes))
                    goto found;
            }

            info = container.GetType1Info().Value;
        }

    found:
        return info.IovaPageSizes;
    }
}

//// A loop in a try with finally
using IoctlSharp.Vfio;

internal static class Cleaning
{
    public static uint Windows(VfioContainer container)
    {
        VfioIommuSpaprTceInfo info = container.GetSpaprTceInfo();
        try
        {
            while (true)
            {
                if (info.Flags.HasFlag(VfioSpaprTceInfoFlags.DynamicWindows))
                    break;
                info = container.GetSpaprTceInfo();
            }
        }
        finally
        {
            Console.WriteLine("asked");
        }

        return info.Ddw.MaxDynamicWindowsSupported;
    }
}

//// A variable of its own says that the flag was there
using IoctlSharp.Vfio;

internal static class ReadyVariable
{
    public static ulong PageSizes(VfioContainer container)
    {
        VfioIommuType1Info info = container.GetType1Info().Value;
        bool ready = false;
        while (!ready)
        {
            if ((info.Flags & VfioIommuInfoFlags.PageSizes) != 0)
                ready = true;
            else
                info = container.GetType1Info().Value;
        }

        return info.IovaPageSizes;
    }

    public static ulong PageSizes(VfioContainer container, bool isNew)
    {
        VfioIommuType1Info info = container.GetType1Info().Value;
        bool knows = false;
        if (isNew)
            knows = (info.Flags & VfioIommuInfoFlags.PageSizes) != 0;
        return knows ? info.IovaPageSizes : (ulong)Environment.SystemPageSize;
    }
}

//// A counter says that the tries ran out
using IoctlSharp.Vfio;

internal static class Counted
{
    public static ulong PageSizes(VfioContainer container, int most)
    {
        VfioIommuType1Info info = container.GetType1Info().Value;
        int tries = 0;
        while (tries < most)
        {
            if ((info.Flags & VfioIommuInfoFlags.PageSizes) != 0)
                break;
            info = container.GetType1Info().Value;
            tries++;
        }

        if (tries == most)
            throw new TimeoutException();
        return info.IovaPageSizes;
    }
}

//// The kind as a number
internal static class Numbers
{
    public static long Value(Device device)
    {
        DeviceEvent next = device.NextEvent();
        return (uint)next.Kind == 1 ? next.Part.Key : (int)next.Kind == 2 ? next.Part.Motion : 0;
    }

    public static long Masked(Device device)
    {
        DeviceEvent next = device.NextEvent();
        while (((uint)next.Kind & 1) == 0)
            next = device.NextEvent();
        return next.Part.Key;
    }
}

//// A switch over the kind as a number, of a Try form without a name
internal static class NumberSwitch
{
    public static long? Value(Device device)
    {
        if (device.TryNextEvent(out DeviceEvent next) != Errno.None)
            return null;
        switch ((uint)next.Kind)
        {
            case 1:
                return next.Part.Key;
            case 2:
                return next.Part.Motion;
            default:
                return null;
        }
    }
}

//// The struct's own property and method say which kind it is
internal static class OwnMembers
{
    public static long Key(Device device)
    {
        DeviceEvent next = device.NextEvent();
        return next.IsKey ? next.Part.Key : 0;
    }

    public static long Motion(Device device)
    {
        DeviceEvent next = device.NextEvent();
        return next.HasKind(2) ? next.Part.Motion : 0;
    }
}

//// Extension methods look
internal static class Looks
{
    private static bool IsMotion(this in DeviceEvent next) => next.Kind is EventKind.Motion;

    private static bool Is(this EventKind kind, uint number) => kind.CompareTo((EventKind)number) == 0;

    public static long Motion(Device device)
    {
        DeviceEvent next = device.NextEvent();
        return next.IsMotion() || next.Kind.Is(2) ? next.Part.Motion : 0;
    }
}

//// The second of two kinds by exclusion
internal static class Excluded
{
    public static long Value(Device device)
    {
        DeviceEvent next = device.NextEvent();
        if (next.Kind.Equals(EventKind.Key))
            return next.Part.Key;
        return next.Part.Motion;
    }
}

//// Both arms first, chosen afterwards by the number
internal static class BothFirst
{
    public static long Value(Device device)
    {
        DeviceEvent next = device.NextEvent();
        uint key = next.Part.Key;
        int motion = next.Part.Motion;
        return (uint)next.Kind == 1 ? key : motion;
    }
}

//// Dependent devices told apart by the bit as a number
using IoctlSharp.Vfio;

internal static class Dependents
{
    public static void Print(VfioDevice device)
    {
        KernelBuffer<VfioPciHotResetInfo> answer = device.GetPciHotResetInfo();
        bool byId = ((uint)answer.Value.Flags & 1) != 0;
        foreach (VfioPciDependentDevice dependent in answer.Tail<VfioPciDependentDevice>())
            Console.WriteLine(byId ? dependent.Devid : dependent.GroupId);
    }

    private static bool NamesIds(KernelBuffer<VfioPciHotResetInfo> answer) => answer.Value.Flags.HasFlag(VfioPciHotResetFlags.DeviceIds);

    public static void PrintByHelper(VfioDevice device)
    {
        KernelBuffer<VfioPciHotResetInfo> answer = device.GetPciHotResetInfo();
        bool byId = NamesIds(answer);
        foreach (VfioPciDependentDevice dependent in answer.Tail<VfioPciDependentDevice>())
            Console.WriteLine(byId ? dependent.Devid : dependent.GroupId);
    }
}

//// A property pattern that takes the field before it asks for the flag
using IoctlSharp.Vfio;

internal static class Patterns
{
    public static ulong PageSizes(VfioContainer container)
        => container.GetType1Info().Value is { IovaPageSizes: var sizes, Flags: var flags } && (flags & VfioIommuInfoFlags.PageSizes) != 0 ? sizes : 0;

    public static ulong PageSizesOfLocal(VfioContainer container)
    {
        VfioIommuType1Info info = container.GetType1Info().Value;
        return info is { IovaPageSizes: var sizes } && (info.Flags & VfioIommuInfoFlags.PageSizes) != 0 ? sizes : 0;
    }

    public static long Value(Device device) => device.NextEvent() switch
    {
        { Kind: EventKind.Key, Part.Key: var key } => key,
        { Part: { Motion: var motion }, Kind: EventKind.Motion } => motion,
        _ => 0,
    };
}

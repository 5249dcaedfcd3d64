//// Windows told by a property pattern with a guard
using IoctlSharp.Vfio;

internal static class GuardedWindows
{
    public static string Describe(VfioContainer container) => container.GetSpaprTceInfo() switch
    {
        { Flags: var flags } info when (flags & VfioSpaprTceInfoFlags.DynamicWindows) != 0 => $"{info.Ddw.MaxDynamicWindowsSupported} more windows",
        { Dma32WindowSize: 0 } => "no window",
        var info => $"only the window at {info.Dma32WindowStart:x}",
    };
}

//// Guard in a LINQ filter before the projection
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Vfio;

internal static class LinqGuard
{
    public static uint Deepest(IEnumerable<VfioContainer> containers) => containers
        .Select(container => container.GetSpaprTceInfo())
        .Where(info => (info.Flags & VfioSpaprTceInfoFlags.DynamicWindows) != 0)
        .Select(info => info.Ddw.Levels)
        .DefaultIfEmpty(1u)
        .Max();
}

//// Guard in the setter of a nullable field
using IoctlSharp.Vfio;

internal sealed class NullableWindows
{
    private readonly VfioIommuSpaprTceDdwInfo? _ddw;

    public NullableWindows(VfioContainer container) =>
        _ddw = container.GetSpaprTceInfo() is var info && info.Flags.HasFlag(VfioSpaprTceInfoFlags.DynamicWindows) ? info.Ddw : null;

    public uint Levels => _ddw?.Levels ?? 1;

    public bool Has(uint shift) => _ddw is { } ddw && (ddw.PageSizes >> (int)shift & 1) != 0;
}

//// Window around all of a guest's memory
using System.Numerics;
using IoctlSharp.Vfio;

internal sealed class GuestWindow : IDisposable
{
    private readonly SpaprWindow _window;
    private readonly SpaprMemory _memory;
    private readonly DmaMapping _mapping;

    public GuestWindow(VfioContainer container, DmaBuffer guest, uint pageShift)
    {
        _memory = container.Register(guest);
        try
        {
            _window = container.CreateSpaprWindow(BitOperations.RoundUpToPowerOf2(guest.Size), pageShift);
            _mapping = container.Map(guest, _window.Start);
        }
        catch
        {
            _window?.Dispose();
            _memory.Dispose();
            throw;
        }
    }

    public ulong Start => _window.Start;

    public void Dispose()
    {
        _mapping.Dispose();
        _window.Dispose();
        _memory.Dispose();
    }
}

//// Window from a loop over table levels
using IoctlSharp.Vfio;

internal static class Levels
{
    public static ulong Create(VfioContainer container, int sizeShift, uint pageShift, uint maxLevels)
    {
        VfioIommuSpaprTceCreate wanted = new() { PageShift = pageShift, WindowSize = 1ul << sizeShift, Levels = 1 };
        while (true)
        {
            try
            {
                return container.CreateWindow(wanted);
            }
            catch (IoctlException e) when (e.Error == Errno.ENOMEM && wanted.Levels < maxLevels)
            {
                wanted = wanted with { Levels = wanted.Levels + 1 };
            }
        }
    }
}

//// Whole set-up from the group's number
using IoctlSharp.Vfio;

internal static class SetUp
{
    public static void Run(int number, string address)
    {
        using VfioContainer container = VfioContainer.Open();
        if (container.GetApiVersion() != VfioIoctls.ApiVersion || container.CheckExtension(VfioExtension.SpaprTceV2Iommu) == 0)
            throw new PlatformNotSupportedException();
        using VfioGroup group = VfioGroup.Open(number);
        if (!group.GetStatus().Flags.HasFlag(VfioGroupFlags.Viable))
            throw new InvalidOperationException($"group {number} is not viable");
        group.SetContainer(container);
        container.SetIommu(VfioExtension.SpaprTceV2Iommu);
        using DmaBuffer buffer = new(1 << 20);
        using SpaprMemory memory = container.Register(buffer);
        using SpaprWindow window = container.CreateSpaprWindow(1ul << 30, 16);
        using DmaMapping mapping = container.Map(buffer, window.Start);
        using VfioDevice device = group.GetDevice(address);
        Console.WriteLine($"{device} with {window} and {mapping}");
    }
}

//// Set-up split between helpers and a local function
using IoctlSharp.Vfio;

internal static class SplitSetUp
{
    public static void Run(string path, DmaBuffer buffer)
    {
        using VfioContainer container = VfioContainer.Open();
        using VfioGroup group = VfioGroup.Open(path);
        Join();
        Choose(container);
        using SpaprMemory memory = container.Register(buffer);
        ulong start = container.CreateWindow(new VfioIommuSpaprTceCreate { PageShift = 16, WindowSize = 0x4000_0000, Levels = 1 });
        container.RemoveWindow(new VfioIommuSpaprTceRemove { StartAddress = start });

        void Join() => group.SetContainer(container);
    }

    private static void Choose(VfioContainer container) => container.SetIommu(VfioExtension.SpaprTceV2Iommu);
}

//// Recovery as a sequence of steps
using System.Collections.Generic;
using IoctlSharp.Vfio;

internal static class RecoverySteps
{
    private static readonly (string Name, Action<VfioContainer> Step)[] s_steps =
    [
        ("unfreeze I/O", c => c.UnfreezeIo()),
        ("hot reset", c => c.BeginHotReset()),
        ("end of reset", c => c.EndReset()),
        ("bridges", c => c.Configure()),
    ];

    public static bool Recover(VfioContainer container, Action<string> log)
    {
        foreach (var (name, step) in s_steps)
        {
            log(name);
            step(container);
        }

        return container.WaitForEehReset(TimeSpan.FromSeconds(30)) is EehState.Normal;
    }
}

//// Watch of the state by an async iterator
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using IoctlSharp.Vfio;

public static class EehWatch
{
    public static async IAsyncEnumerable<EehState> Changes(VfioContainer container, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(200));
        EehState last = EehState.Normal;
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            EehState now = container.GetEehState();
            if (now != last)
                yield return last = now;
        }
    }
}

//// Fundamental reset when the hot one is not enough
using System.Diagnostics;
using IoctlSharp.Vfio;

internal static class Escalation
{
    public static EehState Recover(VfioContainer container, TimeSpan patience)
    {
        if (container.GetEehState() == EehState.Normal)
            return EehState.Normal;
        var watch = Stopwatch.StartNew();
        foreach (bool fundamental in stackalloc[] { false, true })
        {
            container.UnfreezeIo();
            if (fundamental)
                container.BeginFundamentalReset();
            else
                container.BeginHotReset();
            container.EndReset();
            container.Configure();
            if (container.WaitForEehReset(patience) == EehState.Normal)
                break;
            Debug.WriteLine($"{watch.Elapsed}: still not normal");
        }

        return container.GetEehState();
    }
}

//// EEH operations as own choice declarations
[KernelConstants("ACME_PE_")]
public enum AcmePeOperation : uint { Thaw = 1, GetState = 2, Inject = 3 }

[KernelStruct("acme_pe_error")]
public partial struct AcmePeError { public uint Type; public uint Function; public ulong Address; }

[KernelStruct("acme_pe_op")]
public partial struct AcmePeOp
{
    [ArgSize] private uint _argsz;
    [CName("op")] public AcmePeOperation Operation;
    [ValidWhen(nameof(Operation), AcmePeOperation.Inject)] public AcmePeError Error;
}

[IoctlGroup('P')]
public static partial class AcmePe
{
    [Ioctl(IoctlMacro.IO, 9, Name = "ACME_PE_OP", SharesNumber = true)]
    public static partial void Do(this Device device, in AcmePeOp op);
}

internal static class AcmePeUser
{
    public static void Run(Device device, ulong? inject)
    {
        AcmePeOp op = inject is { } address
            ? new() { Operation = AcmePeOperation.Inject, Error = new() { Function = 2, Address = address } }
            : new() { Operation = AcmePeOperation.Thaw };
        device.Do(op);
    }
}

//// Own window struct whose optional part is filled by a flag
[Flags]
[KernelConstants("ACME_WIN_")]
public enum AcmeWinFlags : uint { Fixed = 1, Levels = 2 }

[KernelStruct("acme_win")]
public partial struct AcmeWin
{
    public AcmeWinFlags Flags;
    [ValidWhen(nameof(Flags), AcmeWinFlags.Levels)] public uint Levels;
    [Aligned(8), ValidWhen(nameof(Flags), AcmeWinFlags.Fixed)] public ulong Start;
    [PowerOfTwo, NonZero] public ulong Size;
}

[IoctlGroup('w')]
public static partial class AcmeWindows
{
    [Ioctl(IoctlMacro.IOWR, 1, Name = "ACME_WIN_ADD")]
    public static partial void AddWindow(this Device device, ref AcmeWin window);
}

internal static class AcmeWindowUser
{
    public static ulong Add(Device device, int shift, ulong? start = null, uint levels = 1)
    {
        AcmeWin window = new() { Size = 1ul << shift };
        if (start is { } fixedStart)
        {
            window.Flags |= AcmeWinFlags.Fixed;
            window.Start = fixedStart;
        }

        if (levels > 1)
            (window.Flags, window.Levels) = (window.Flags | AcmeWinFlags.Levels, levels);
        device.AddWindow(ref window);
        return window.Flags.HasFlag(AcmeWinFlags.Fixed) ? window.Start : 0;
    }
}

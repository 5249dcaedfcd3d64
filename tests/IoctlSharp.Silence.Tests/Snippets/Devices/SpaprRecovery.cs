//// Recovery as a machine of states
using IoctlSharp.Vfio;

internal enum Recovery { Running, Frozen, Thawed, Resetting, Gone }

internal sealed class RecoveryMachine(VfioContainer container, VfioDevice device)
{
    private readonly EehDetector _detector = new(container, device);

    public Recovery State { get; private set; } = Recovery.Running;

    public Recovery Step() => State = State switch
    {
        Recovery.Running when _detector.CheckConfig().IsFrozen => Recovery.Frozen,
        Recovery.Running => Recovery.Running,
        Recovery.Frozen => Thaw(),
        Recovery.Thawed => Reset(),
        Recovery.Resetting => container.WaitForEehReset(TimeSpan.FromSeconds(30)) is EehState.Normal ? Finish() : Recovery.Gone,
        _ => Recovery.Gone,
    };

    private Recovery Thaw()
    {
        if (container.GetEehState() is EehState.Unavailable)
            return Recovery.Gone;
        container.UnfreezeIo();
        container.UnfreezeDma();
        return Recovery.Thawed;
    }

    private Recovery Reset()
    {
        container.BeginHotReset();
        container.EndReset();
        return Recovery.Resetting;
    }

    private Recovery Finish()
    {
        container.Configure();
        return Recovery.Running;
    }
}

//// Recovery by goto, as the document's pseudocode has it
using IoctlSharp.Vfio;

internal static class Goto
{
    public static bool Recover(VfioContainer container, int attempts)
    {
    again:
        switch (container.GetEehState())
        {
            case EehState.Normal:
                return true;
            case EehState.Stopped:
                container.UnfreezeIo();
                goto case EehState.StoppedDma;
            case EehState.StoppedDma:
                container.UnfreezeDma();
                goto again;
            case EehState.Reset when attempts-- > 0:
                container.BeginFundamentalReset();
                container.EndReset();
                container.Configure();
                goto again;
            default:
                return false;
        }
    }
}

//// Window of the size of the machine's memory
using IoctlSharp.Vfio;
using System.Linq;

internal static class BigWindow
{
    public static SpaprWindow? TryCreate(VfioContainer container, ulong bytes)
    {
        VfioIommuSpaprTceInfo info = container.GetSpaprTceInfo();
        if ((info.Flags & VfioSpaprTceInfoFlags.DynamicWindows) == 0 || info.Ddw.MaxDynamicWindowsSupported == 0)
            return null;
        uint shift = info.Ddw.PageShifts.Where(shift => shift <= 24).DefaultIfEmpty(16u).Max();
        ulong size = System.Numerics.BitOperations.RoundUpToPowerOf2(bytes);
        return container.CreateSpaprWindow(size, shift, levels: size > 1ul << 40 ? 2u : 1u);
    }
}

//// Window by the bare command
using IoctlSharp.Vfio;

internal static class BareWindow
{
    public static ulong Create(VfioContainer container, int gigabytes)
    {
        if (gigabytes <= 0 || (gigabytes & (gigabytes - 1)) != 0)
            throw new ArgumentOutOfRangeException(nameof(gigabytes));
        VfioIommuSpaprTceCreate create = new()
        {
            PageShift = 16,
            WindowSize = (ulong)gigabytes << 30,
            Levels = 1,
        };
        return container.CreateWindow(in create);
    }

    public static void Remove(VfioContainer container, ulong start) => container.RemoveWindow(new VfioIommuSpaprTceRemove { StartAddress = start });
}

//// Memory is registered before it is mapped
using IoctlSharp.Vfio;

internal static class Accounted
{
    public static void Run(VfioContainer container, VfioGroup group, Action<DmaMapping> work)
    {
        group.SetContainer(container);
        container.SetIommu(VfioExtension.SpaprTceV2Iommu);
        using DmaBuffer buffer = new(64 * 65536);
        using SpaprMemory memory = container.Register(buffer);
        using SpaprWindow window = container.CreateSpaprWindow(1ul << 30, pageShift: 16);
        using DmaMapping mapping = container.Map(memory.Buffer, window.Start);
        work(mapping);
    }
}

//// First version of the container is enabled
using IoctlSharp.Vfio;

internal sealed class FirstVersion : IDisposable
{
    private readonly VfioContainer _container = VfioContainer.Open();

    public FirstVersion(VfioGroup group)
    {
        group.SetContainer(_container);
        _container.SetIommu(VfioExtension.SpaprTceIommu);
        _container.Enable();
    }

    public VfioIommuSpaprTceInfo Info => _container.GetSpaprTceInfo();

    public void Dispose()
    {
        _container.Disable();
        _container.Dispose();
    }
}

//// Injected error that is waited for
using IoctlSharp.Vfio;
using System.Threading;
using System.Threading.Tasks;

internal static class Injection
{
    public static async Task<bool> FreezesAsync(VfioContainer container, ulong address, CancellationToken cancellation)
    {
        container.EnableEeh();
        container.InjectEehError(new VfioEehPeErr { Type = EehErrorType.Bits64, Function = EehErrorFunction.LoadMemoryAddress, Address = address, Mask = ~0ul });
        for (int i = 0; i < 10; i++)
        {
            if (container.GetEehState() is EehState.Stopped or EehState.Reset)
                return true;
            await Task.Delay(10, cancellation);
        }

        return false;
    }
}

//// All ones are asked about
using IoctlSharp.Vfio;

internal sealed class Registers(MappedRegion bar, EehDetector detector)
{
    public uint this[ulong offset]
    {
        get
        {
            uint value = bar.Read32(offset);
            return value != uint.MaxValue ? value : detector.Judge(value) switch
            {
                { IsFrozen: true, State: var state } => throw new InvalidOperationException($"The device is {state}."),
                _ => value,
            };
        }
    }
}

//// What the machine offers, in words
using IoctlSharp.Vfio;
using System.Collections.Generic;

internal static class Offers
{
    public static IEnumerable<string> Of(VfioContainer container)
    {
        if (container.CheckExtension(VfioExtension.Eeh) == 1)
            yield return "error recovery";
        var info = container.GetSpaprTceInfo();
        yield return $"window of {info.Dma32WindowSize} at {info.Dma32WindowStart:x}";
        if (info.Flags.HasFlag(VfioSpaprTceInfoFlags.DynamicWindows))
        {
            var (sizes, most) = (info.Ddw.PageSizes, info.Ddw.Levels);
            yield return $"windows of {sizes:x}, {most} levels";
        }
    }
}

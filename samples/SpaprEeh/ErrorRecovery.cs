using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using IoctlSharp;
using IoctlSharp.Pci;
using IoctlSharp.Vfio;

namespace SpaprEeh;

/// <summary>The code flow of the sPAPR note in the kernel's Documentation/driver-api/vfio.rst, step by step.</summary>
internal sealed class ErrorRecovery(string address)
{
    private const ulong Megabyte = 1 << 20;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public void Run()
    {
        Chapter("Add the group to the container");
        using VfioContainer container = VfioContainer.Open();
        IommuGroup iommuGroup = new PciDevice(address).IommuGroup;
        iommuGroup.ThrowIfNotViable();
        using VfioGroup group = iommuGroup.Open();
        group.SetContainer(container);
        Say($"{iommuGroup} is in {container}");

        Chapter("Enable the IOMMU model we want");
        container.SetIommu(VfioExtension.SpaprTceIommu);

        Chapter("Get additional sPAPR IOMMU info, and enable the container");
        VfioIommuSpaprTceInfo info = container.GetSpaprTceInfo();
        Say($"the DMA window begins at 0x{info.Dma32WindowStart:x} and has {info.Dma32WindowSize / Megabyte} MiB, all of which count against the memory-lock limit");
        container.Enable();

        Chapter("Allocate some space and set up a DMA mapping within the window");
        using DmaBuffer buffer = new(Megabyte);
        ulong iova = info.Dma32WindowStart;
        if (!info.DefaultWindowContains(iova, buffer.Size))
            throw new InvalidOperationException($"{buffer.Size} bytes do not lie within the DMA window.");
        using DmaMapping mapping = container.Map(buffer, iova);
        Say($"{mapping}");

        Chapter("Get a file descriptor for the device");
        using VfioDevice device = group.GetDevice(address);
        Say("gratuitous device reset and go");
        device.Reset();

        SetUpEeh(container);
        SavedConfig saved = new(device);
        EehDetector detector = new(container, device);
        InjectError(container);
        HandleError(container, detector, saved);
    }

    private static void SetUpEeh(VfioContainer container)
    {
        Chapter("Make sure EEH is supported, and enable it");
        if (container.CheckExtension(VfioExtension.Eeh) <= 0)
            throw new InvalidOperationException("The platform has no EEH: errors of this device stop the machine, or go unseen.");
        container.EnableEeh();
        EehState state = container.GetEehState();
        Say($"state {state}");
        if (state != EehState.Normal)
            throw new InvalidOperationException($"The device is {state} from the start: recover it first.");
    }

    private static void InjectError(VfioContainer container)
    {
        Chapter("Inject an error, which is expected to be caused by a 32-bit load from the configuration space");
        container.InjectEehError(new VfioEehPeErr { Type = EehErrorType.Bits32, Function = EehErrorFunction.LoadConfigAddress });
    }

    private static void HandleError(VfioContainer container, EehDetector detector, SavedConfig saved)
    {
        Chapter("Detect it: all ones from the device, or a read that fails, are confirmed by the state");
        Say($"watching for {s_patience.TotalSeconds} seconds");
        Say($"state {WatchForFreeze(container, detector)}: no more traffic to and from the device until it has recovered");

        Chapter("Enable I/O, and collect logs");
        container.UnfreezeIo();
        Say($"state {container.GetEehState()}");
        Say($"configuration space {BitConverter.ToString(saved.Read())}");

        Chapter("Reset: a hot one is enough for most devices");
        container.BeginHotReset();
        Say($"meanwhile the detector finds: {detector.CheckConfig()}");
        container.EndReset();

        Chapter("Configure the bridges, and restore the state that was saved");
        container.Configure();
        saved.Restore();
        EehState state = container.WaitForEehReset(s_patience);
        EehFinding finding = detector.CheckConfig();
        Say($"state {state}, and the detector finds: {finding}");
        if (state != EehState.Normal || finding.IsFrozen)
            throw new IOException($"The device did not recover: it is {state}. A fundamental reset may help.");
        Say("recovered: traffic may begin again");
    }

    // A driver meets a freeze in its own reads. This one has none, so it also asks for the state, as a watchdog would.
    private static EehState WatchForFreeze(VfioContainer container, EehDetector detector)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (watch.Elapsed < s_patience)
        {
            EehFinding finding = detector.CheckConfig();
            EehState state = finding.IsFrozen ? finding.State : container.GetEehState();
            if (state != EehState.Normal)
                return state;
            Thread.Sleep(100);
        }

        throw new TimeoutException("The error was injected, and nothing froze: does the bridge act on injected errors?");
    }

    private static void Chapter(string title) => Console.WriteLine($"\n{title}");

    private static void Say(string text) => Console.WriteLine($"  {text}");
}

using System;
using IoctlSharp.Tests;
using IoctlSharp.Vfio;
using IoctlSharp.Vfio.Tests;
using Shouldly;
using Xunit;
using static IoctlSharp.Vfio.VfioDeviceFeatureFlags;

namespace IoctlSharp.Iommu.Tests.Devices;

/// <summary>Which features which devices have, and what those that lack them answer.</summary>
public sealed class FeatureTests : IDisposable
{
    private readonly OpenCdev _pci = new(GuestDevices.PortEdu);
    private readonly MediatedDevice _serial = new("mtty", "1");

    public void Dispose()
    {
        _pci.Dispose();
        _serial.Dispose();
    }

    [Theory]
    [InlineData(VfioFeature.PciVfToken, Set, Errno.ENOTTY, Errno.ENOTTY)]
    [InlineData(VfioFeature.Migration, Get, Errno.ENOTTY, Errno.None)]
    [InlineData(VfioFeature.MigrationDeviceState, Get | Set, Errno.ENOTTY, Errno.None)]
    [InlineData(VfioFeature.LowPowerEntry, Set, Errno.None, Errno.ENOTTY)]
    [InlineData(VfioFeature.LowPowerEntryWithWakeup, Set, Errno.None, Errno.ENOTTY)]
    [InlineData(VfioFeature.LowPowerExit, Set, Errno.None, Errno.ENOTTY)]
    [InlineData(VfioFeature.DmaLoggingStart, Set, Errno.ENOTTY, Errno.None)]
    [InlineData(VfioFeature.DmaLoggingStop, Set, Errno.ENOTTY, Errno.None)]
    [InlineData(VfioFeature.DmaLoggingReport, Get, Errno.ENOTTY, Errno.None)]
    [InlineData(VfioFeature.MigrationDataSize, Get, Errno.ENOTTY, Errno.None)]
    [InlineData(VfioFeature.BusMaster, Set, Errno.ENOTTY, Errno.ENOTTY)]
    [InlineData(VfioFeature.DmaBuf, Get, Errno.None, Errno.ENOTTY)]
    [InlineData(VfioFeature.MigrationPrecopyInfoV2, Set, Errno.EINVAL, Errno.None)]
    [InlineData(VfioFeature.ZpciError, Get, Errno.ENOTTY, Errno.ENOTTY)]
    public void A_probe_says_who_has_it(VfioFeature feature, VfioDeviceFeatureFlags operations, Errno ofPci, Errno ofSerial)
    {
        Probe(feature, _pci.Device).ShouldBe(ofPci);
        Probe(feature, _serial.Device).ShouldBe(ofSerial);

        // Any operation, asked for by itself: those that the feature has, and no other.
        foreach ((VfioDevice device, Errno answer) in new (VfioDevice, Errno)[] { (_pci.Device, ofPci), (_serial.Device, ofSerial) })
        {
            foreach (VfioDeviceFeatureFlags operation in new[] { Get, Set, Get | Set })
                Raw(device, feature, operation | VfioDeviceFeatureFlags.Probe).ShouldBe(answer != Errno.None || (operation & ~operations) == 0 ? answer : Errno.EINVAL, $"{operation}");
        }
    }

    [Fact]
    public void An_operation_is_one_and_one_that_the_feature_has()
    {
        Raw(_pci.Device, VfioFeature.LowPowerEntry, Get).ShouldBe(Errno.EINVAL);
        Raw(_serial.Device, VfioFeature.Migration, Set).ShouldBe(Errno.EINVAL);
        Raw(_serial.Device, VfioFeature.MigrationDeviceState, Get | Set).ShouldBe(Errno.EINVAL);
        Raw(_serial.Device, VfioFeature.Migration, 0).ShouldBe(Errno.EINVAL);
        Raw(_serial.Device, VfioFeature.Migration, Get | (VfioDeviceFeatureFlags)(1u << 19)).ShouldBe(Errno.EINVAL);
        Raw(_pci.Device, (VfioFeature)999, Get).ShouldBe(Errno.ENOTTY);
        Raw(_serial.Device, VfioFeature.Migration, Get, size: 15).ShouldBe(Errno.EINVAL);
        Raw(_serial.Device, VfioFeature.Migration, Get, size: 7).ShouldBe(Errno.EINVAL);
        Raw(_serial.Device, VfioFeature.Migration, Get, size: 16).ShouldBe(Errno.None);
    }

    [Fact]
    [Covers("VFIO_DEVICE_FEATURE_BUS_MASTER", Refused = Errno.ENOTTY)]
    [Covers("VFIO_DEVICE_FEATURE_ZPCI_ERROR", Refused = Errno.ENOTTY)]
    [Covers("VFIO_DEVICE_FEATURE_PCI_VF_TOKEN", Refused = Errno.ENOTTY)]
    public void What_no_device_here_has_is_refused_with_a_reason()
    {
        foreach (VfioDevice device in new[] { _pci.Device, _serial.Device })
        {
            IoctlException failure = Should.Throw<IoctlException>(() => device.SetBusMaster(new() { Operation = VfioBusMaster.Set }));
            failure.Error.ShouldBe(Errno.ENOTTY);
            failure.Message.ShouldContain("only those on the CDX bus");
            Should.Throw<IoctlException>(() => device.GetZpciError(new byte[64], 64)).Error.ShouldBe(Errno.ENOTTY);
            failure = Should.Throw<IoctlException>(() => device.SetPciVfToken(new byte[16]));
            failure.Error.ShouldBe(Errno.ENOTTY);
            failure.Message.ShouldContain("no PCI physical function");
        }
    }

    [Fact]
    public void A_PCI_device_does_not_migrate()
    {
        VfioDevice device = _pci.Device;
        Refused(() => device.GetMigration()).ShouldBe(Errno.ENOTTY);
        Refused(() => device.GetMigrationState()).ShouldBe(Errno.ENOTTY);
        Refused(() => device.SetMigrationState(VfioMigrationState.Stop)).ShouldBe(Errno.ENOTTY);
        Refused(() => device.GetMigrationDataSize()).ShouldBe(Errno.ENOTTY);
        Refused(() => device.StartDmaLogging(4096, new VfioDeviceFeatureDmaLoggingRange { Length = 4096 })).ShouldBe(Errno.ENOTTY);
        Refused(() => device.ReportDmaLogging(0, 4096, 4096, new ulong[1])).ShouldBe(Errno.ENOTTY);
        Refused(device.StopDmaLogging).ShouldBe(Errno.ENOTTY);
        IoctlException failure = Should.Throw<IoctlException>(() => device.EnablePrecopyFlags());
        failure.Error.ShouldBe(Errno.EINVAL); // not ENOTTY, as every other feature
        failure.Message.ShouldContain("no state PreCopy");
    }

    [Fact]
    public void A_device_of_software_does_not_sleep_and_has_no_memory_to_give()
    {
        VfioDevice device = _serial.Device;
        Refused(device.EnterLowPower).ShouldBe(Errno.ENOTTY);
        Refused(device.ExitLowPower).ShouldBe(Errno.ENOTTY);
        Refused(() => device.ExportDmaBuf(0, new VfioRegionDmaRange { Length = 4096 })).ShouldBe(Errno.ENOTTY);
    }

    private static Errno Probe(VfioFeature feature, VfioDevice device) => feature switch
    {
        VfioFeature.PciVfToken => device.ProbePciVfToken(),
        VfioFeature.Migration => device.ProbeMigration(),
        VfioFeature.MigrationDeviceState => device.ProbeMigrationState(),
        VfioFeature.LowPowerEntry => device.ProbeLowPowerEntry(),
        VfioFeature.LowPowerEntryWithWakeup => device.ProbeLowPowerEntryWithWakeup(),
        VfioFeature.LowPowerExit => device.ProbeLowPowerExit(),
        VfioFeature.DmaLoggingStart => device.ProbeDmaLoggingStart(),
        VfioFeature.DmaLoggingStop => device.ProbeDmaLoggingStop(),
        VfioFeature.DmaLoggingReport => device.ProbeDmaLoggingReport(),
        VfioFeature.MigrationDataSize => device.ProbeMigrationDataSize(),
        VfioFeature.BusMaster => device.ProbeBusMaster(),
        VfioFeature.DmaBuf => device.ProbeDmaBuf(),
        VfioFeature.MigrationPrecopyInfoV2 => device.ProbePrecopyFlags(),
        VfioFeature.ZpciError => device.ProbeZpciError(),
        _ => throw new ArgumentOutOfRangeException(nameof(feature)),
    };

    private static Errno Raw(VfioDevice device, VfioFeature feature, VfioDeviceFeatureFlags operation, uint size = 72)
    {
        RawFeature raw = new() { Argsz = size, Flags = (uint)feature | (uint)operation };
        return device.TryFeature(ref raw);
    }

    private static Errno Refused(Action call) => Should.Throw<IoctlException>(call).Error;
}

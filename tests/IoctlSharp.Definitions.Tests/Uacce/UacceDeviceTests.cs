using System;
using System.IO;
using System.Linq;
using IoctlSharp.Uacce;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Uacce;

/// <summary>Accelerators as sysfs shows them.</summary>
[Collection(nameof(FakeAccelerator))]
public sealed class UacceDeviceTests : IDisposable
{
    private readonly FakeAccelerator _accelerator = new();

    public void Dispose() => _accelerator.Dispose();

    [Fact]
    public void A_device_has_what_its_driver_says()
    {
        UacceDevice device = new(FakeAccelerator.Name, _accelerator.Root);

        device.DevicePath.ShouldBe("/dev/fake_zip-0");
        device.Api.ShouldBe(HisiQmIoctls.ApiVersion3);
        device.Flags.ShouldBe(UacceDeviceFlags.Sva);
        device.Algorithms.ShouldBe(["zlib", "gzip", "deflate"]);
        device.AvailableInstances.ShouldBe(2u);
        device.MmioRegionSize.ShouldBe((ulong)FakeAccelerator.MmioSize);
        device.ShareRegionSize.ShouldBe((ulong)FakeAccelerator.ShareSize);
        device.IsIsolated.ShouldBe(false);
        device.IsolationThreshold.ShouldBe(1800u);
        device.ToString().ShouldBe("fake_zip-0");
    }

    [Fact]
    public void What_the_driver_does_not_have_is_null()
    {
        foreach (string attribute in new[] { "available_instances", "region_mmio_size", "region_dus_size", "isolate", "isolate_strategy" })
            _accelerator.Hide(attribute);
        UacceDevice device = new(FakeAccelerator.Name, _accelerator.Root);

        device.AvailableInstances.ShouldBeNull();
        device.MmioRegionSize.ShouldBeNull();
        device.ShareRegionSize.ShouldBeNull();
        device.IsIsolated.ShouldBeNull();
        device.IsolationThreshold.ShouldBeNull();
    }

    [Fact]
    public void All_are_found()
    {
        UacceDevice.FindAll(_accelerator.Root).Single().Name.ShouldBe(FakeAccelerator.Name);
        UacceDevice.FindAll(_accelerator.Folder).ShouldBeEmpty();
    }

    [Fact]
    public void A_name_that_is_none_is_refused()
    {
        Should.Throw<FileNotFoundException>(() => new UacceDevice("hisi_zip-7", _accelerator.Root)).Message.ShouldContain("There is no accelerator hisi_zip-7");
        Should.Throw<ArgumentException>(() => new UacceDevice("../fake_zip-0", _accelerator.Root));
        Should.Throw<ArgumentException>(() => new UacceDevice("..", _accelerator.Root));
        Should.Throw<ArgumentException>(() => new UacceDevice("", _accelerator.Root));
    }

    [Fact]
    public void A_missing_text_is_named()
    {
        _accelerator.Hide("api");
        Should.Throw<IOException>(() => new UacceDevice(FakeAccelerator.Name, _accelerator.Root).Api).Message.ShouldContain("fake_zip-0/api is not there");
    }
}

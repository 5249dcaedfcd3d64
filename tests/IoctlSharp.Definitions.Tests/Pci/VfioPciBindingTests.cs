using System;
using System.IO;
using IoctlSharp.Pci;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Pci;

public sealed class VfioPciBindingTests
{
    private const string Address = "0000:06:0d.0";

    [Fact]
    public void Binding_overrides_unbinds_and_probes_and_undoing_gives_the_device_back()
    {
        using FakeSysfs sysfs = Machine();
        FakeDevice device = sysfs.AddDevice(Address, "8086:10d3", "e1000e");
        VfioPciBinding binding = new PciDevice(Address, sysfs).BindToVfio();
        device.Driver.ShouldBe("vfio-pci");
        sysfs.Writes.ShouldBe([$"devices/{Address}/driver_override vfio-pci", $"drivers/e1000e/unbind {Address}", $"drivers_probe {Address}"]);

        sysfs.Writes.Clear();
        binding.Dispose();
        device.Driver.ShouldBe("e1000e");
        device.Override.ShouldBeNull();
        sysfs.Writes.ShouldBe([$"devices/{Address}/driver_override \\n", $"drivers/vfio-pci/unbind {Address}", $"drivers/e1000e/bind {Address}"]);

        sysfs.Writes.Clear();
        binding.Dispose();
        sysfs.Writes.ShouldBeEmpty();
    }

    [Fact]
    public void A_kernel_without_override_learns_the_ids_and_forgets_them()
    {
        using FakeSysfs sysfs = Machine(hasOverride: false);
        FakeDevice device = sysfs.AddDevice(Address, "8086:10d3", "e1000e");
        VfioPciBinding binding = new PciDevice(Address, sysfs).BindToVfio();
        device.Driver.ShouldBe("vfio-pci");
        sysfs.Writes.ShouldBe([$"drivers/e1000e/unbind {Address}", "drivers/vfio-pci/new_id 8086 10d3"]);

        sysfs.Writes.Clear();
        binding.Dispose();
        device.Driver.ShouldBe("e1000e");
        sysfs.Writes.ShouldBe(["drivers/vfio-pci/remove_id 8086 10d3", $"drivers/vfio-pci/unbind {Address}", $"drivers/e1000e/bind {Address}"]);
    }

    [Fact]
    public void A_device_that_had_no_driver_has_none_again()
    {
        using FakeSysfs sysfs = Machine();
        FakeDevice device = sysfs.AddDevice(Address, "1234:11e8", null);
        using (new PciDevice(Address, sysfs).BindToVfio())
            device.Driver.ShouldBe("vfio-pci");
        device.Driver.ShouldBeNull();
        device.Override.ShouldBeNull();
    }

    [Fact]
    public void An_override_that_was_there_is_there_again()
    {
        using FakeSysfs sysfs = Machine();
        FakeDevice device = sysfs.AddDevice(Address, "8086:10d3", "igb");
        sysfs.Write($"{sysfs.Device(Address)}/driver_override", "igb", "The test");
        using (new PciDevice(Address, sysfs).BindToVfio())
            device.Override.ShouldBe("vfio-pci");
        device.Override.ShouldBe("igb");
        device.Driver.ShouldBe("igb");
    }

    [Fact]
    public void A_device_that_is_bound_already_is_left_alone()
    {
        using FakeSysfs sysfs = Machine();
        FakeDevice device = sysfs.AddDevice(Address, "1234:11e8", "vfio-pci");
        new PciDevice(Address, sysfs).BindToVfio().Dispose();
        device.Driver.ShouldBe("vfio-pci");
        sysfs.Writes.ShouldBeEmpty();
    }

    [Fact]
    public void Without_the_module_nothing_is_touched_and_the_error_says_how_to_load_it()
    {
        using FakeSysfs sysfs = new();
        FakeDevice device = sysfs.AddDevice(Address, "8086:10d3", "e1000e");
        Should.Throw<IOException>(() => new PciDevice(Address, sysfs).BindToVfio()).Message.ShouldBe($"{Address} cannot be bound: there is no driver vfio-pci. Load it: modprobe vfio-pci.");
        device.Driver.ShouldBe("e1000e");
        sysfs.Writes.ShouldBeEmpty();
    }

    [Fact]
    public void A_driver_that_refuses_is_an_error_and_the_device_goes_back()
    {
        using FakeSysfs sysfs = Machine();
        FakeDevice device = sysfs.AddDevice(Address, "8086:10d3", "e1000e", group: 4);
        device.Refusing.Add("vfio-pci");
        IOException failure = Should.Throw<IOException>(() => new PciDevice(Address, sysfs).BindToVfio());
        failure.Message.ShouldContain($"Binding {Address} to vfio-pci");
        failure.Message.ShouldContain("dmesg");
        device.Driver.ShouldBe("e1000e");
        device.Override.ShouldBeNull();
    }

    [Fact]
    public void A_device_without_IOMMU_is_refused_and_the_error_says_what_can_be_done()
    {
        using FakeSysfs sysfs = Machine();
        sysfs.AddDevice(Address, "8086:10d3", "e1000e").Refusing.Add("vfio-pci");
        string message = Should.Throw<IOException>(() => new PciDevice(Address, sysfs).BindToVfio()).Message;
        message.ShouldContain("no IOMMU group: turn the IOMMU on");
        message.ShouldContain("/sys/module/vfio/parameters/enable_unsafe_noiommu_mode");
    }

    [Fact]
    public void A_user_who_is_not_root_hears_which_file_and_why()
    {
        using FakeSysfs sysfs = Machine();
        FakeDevice device = sysfs.AddDevice(Address, "8086:10d3", "e1000e");
        sysfs.IsReadOnly = true;
        UnauthorizedAccessException failure = Should.Throw<UnauthorizedAccessException>(() => new PciDevice(Address, sysfs).BindToVfio());
        failure.Message.ShouldContain($"Binding {Address} to vfio-pci");
        failure.Message.ShouldContain("driver_override");
        failure.Message.ShouldContain("root");
        device.Driver.ShouldBe("e1000e");
    }

    [Fact]
    public void A_former_driver_that_does_not_take_the_device_back_is_an_error()
    {
        using FakeSysfs sysfs = Machine();
        FakeDevice device = sysfs.AddDevice(Address, "8086:10d3", "e1000e");
        VfioPciBinding binding = new PciDevice(Address, sysfs).BindToVfio();
        device.Refusing.Add("e1000e");
        Should.Throw<IOException>(binding.Dispose).Message.ShouldBe($"{Address} was not taken back by e1000e: it is bound to no driver.");
    }

    private static FakeSysfs Machine(bool hasOverride = true)
    {
        FakeSysfs sysfs = new(hasOverride);
        sysfs.AddDriver("vfio-pci");
        return sysfs;
    }
}

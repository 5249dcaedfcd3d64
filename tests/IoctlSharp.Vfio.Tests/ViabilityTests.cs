using System;
using System.Linq;
using IoctlSharp.Pci;
using Shouldly;
using Xunit;

namespace IoctlSharp.Vfio.Tests;

/// <summary>A group behind a bridge, of which one device has another driver.</summary>
public sealed class ViabilityTests
{
    [Fact]
    public void The_kernel_refuses_a_group_that_is_not_viable_and_we_say_why()
    {
        IommuGroup iommuGroup = new PciDevice(GuestDevices.BridgedEdu).IommuGroup;
        using VfioGroup group = VfioGroup.Open(iommuGroup.Number);
        using VfioContainer container = VfioContainer.Open();
        group.GetStatus().Flags.ShouldBe((VfioGroupFlags)0);
        IoctlException failure = Should.Throw<IoctlException>(() => group.SetContainer(container));
        failure.Error.ShouldBe(Errno.EPERM);
        failure.Message.ShouldContain("not viable");
    }

    [Fact]
    public void The_error_names_the_device_and_its_driver()
    {
        IommuGroup group = new PciDevice(GuestDevices.BridgedEdu).IommuGroup;
        InvalidOperationException failure = Should.Throw<InvalidOperationException>(() => group.Open());
        failure.Message.ShouldContain($"IOMMU group {group.Number} is not viable");
        failure.Message.ShouldContain($"{GuestDevices.BlockingDevice} is bound to virtio-pci");
        failure.Message.ShouldNotContain(GuestDevices.BridgedEdu);
        failure.Message.ShouldNotContain(GuestDevices.Bridge);
        group.BlockingDevices.Select(device => device.Address).ShouldBe([GuestDevices.BlockingDevice]);
    }

    [Fact]
    public void Binding_the_device_makes_the_group_viable_and_undoing_gives_it_back()
    {
        PciDevice blocking = new(GuestDevices.BlockingDevice);
        blocking.Driver.ShouldBe("virtio-pci");
        using (blocking.BindToVfio())
        {
            blocking.Driver.ShouldBe("vfio-pci");
            blocking.IommuGroup.BlockingDevices.ShouldBeEmpty();
            using VfioGroup group = blocking.IommuGroup.Open();
            group.GetStatus().Flags.ShouldBe(VfioGroupFlags.Viable);

            // Both are in the group, so the group opens both.
            using VfioContainer container = VfioContainer.Open();
            group.SetContainer(container);
            container.SetIommu(VfioExtension.Type1Iommu);
            using VfioDevice device = group.GetDevice(GuestDevices.BlockingDevice);
            using VfioDevice edu = group.GetDevice(GuestDevices.BridgedEdu);
            edu.GetInfo().Value.Flags.HasFlag(VfioDeviceFlags.Pci).ShouldBeTrue();
        }

        blocking.Driver.ShouldBe("virtio-pci");
        System.IO.File.ReadAllText($"/sys/bus/pci/devices/{blocking.Address}/driver_override").Trim().ShouldBe("(null)");
    }

    [Fact]
    public void The_bridge_is_exempt()
    {
        PciDevice bridge = new(GuestDevices.Bridge);
        bridge.IsBridge.ShouldBeTrue();
        bridge.IsViable.ShouldBeTrue();
    }

    [Fact]
    public void Binding_what_is_bound_restores_nothing()
    {
        PciDevice device = new(GuestDevices.RootEdu);
        device.BindToVfio().Dispose();
        device.Driver.ShouldBe("vfio-pci");
    }
}

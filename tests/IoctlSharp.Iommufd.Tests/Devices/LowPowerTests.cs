using System;
using System.IO;
using System.Threading;
using IoctlSharp.Tests;
using IoctlSharp.Vfio;
using IoctlSharp.Vfio.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests.Devices;

public sealed class LowPowerTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(20);

    [Fact]
    [Covers("VFIO_DEVICE_FEATURE_LOW_POWER_ENTRY"), Covers("VFIO_DEVICE_FEATURE_LOW_POWER_EXIT")]
    public void A_device_sleeps_once_and_wakes_for_good()
    {
        using OpenCdev open = new(GuestDevices.NetworkCard);
        open.Device.ExitLowPower(); // awake already: nothing to do
        open.Device.EnterLowPower();
        IoctlException failure = Should.Throw<IoctlException>(() => open.Device.EnterLowPower());
        failure.Error.ShouldBe(Errno.EINVAL);
        failure.Message.ShouldContain("in that state already");
        open.Device.ExitLowPower();
        open.Device.EnterLowPower();
        open.Device.ExitLowPower();
    }

    [Fact]
    [Covers("VFIO_DEVICE_FEATURE_LOW_POWER_ENTRY_WITH_WAKEUP")]
    public void A_device_that_is_woken_says_so()
    {
        using OpenCdev open = new(GuestDevices.NetworkCard);
        using EventFd wakeup = new();
        open.Device.EnterLowPower(wakeup);
        SpinWait.SpinUntil(() => RuntimeStatus() == "suspended", s_long).ShouldBeTrue(RuntimeStatus());
        wakeup.Wait(TimeSpan.Zero).ShouldBeFalse();
        open.Device.GetInfo();
        wakeup.Wait(s_long).ShouldBeTrue();
        // It does not sleep again by itself, so that it can be sent to sleep again.
        open.Device.EnterLowPower();
        open.Device.ExitLowPower();
    }

    [Fact]
    public void What_is_no_eventfd_is_refused()
    {
        using OpenCdev open = new(GuestDevices.NetworkCard);
        bool held = false;
        open.Iommufd.DangerousAddRef(ref held);
        using (EventFd impostor = new(open.Iommufd.DangerousGetHandle(), ownsHandle: false))
        {
            IoctlException failure = Should.Throw<IoctlException>(() => open.Device.EnterLowPower(impostor));
            failure.Error.ShouldBe(Errno.EINVAL);
            failure.Message.ShouldContain("no eventfd");
        }

        open.Iommufd.DangerousRelease();
        Should.Throw<ArgumentNullException>(() => open.Device.EnterLowPower(null!));
    }

    private static string RuntimeStatus() => File.ReadAllText($"/sys/bus/pci/devices/{GuestDevices.NetworkCard}/power/runtime_status").Trim();
}

using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using IoctlSharp.Pci;
using Shouldly;
using Xunit;

namespace IoctlSharp.Vfio.Tests;

public sealed class RequestInterruptTests
{
    private const string Driver = "/sys/bus/pci/drivers/vfio-pci";

    [Fact]
    public async Task Unbinding_a_device_that_is_open_asks_for_it_and_waits()
    {
        using EventFd request = new();
        OpenDevice open = new(GuestDevices.PortEdu);
        open.Device.SetIrqs((uint)VfioPciIrq.Request, VfioIrqSetFlags.ActionTrigger, 0, [request]);
        request.Wait(TimeSpan.FromMilliseconds(200)).ShouldBeFalse();

        Task unbind = Task.Factory.StartNew(() => File.WriteAllText($"{Driver}/unbind", GuestDevices.PortEdu), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            request.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
            unbind.IsCompleted.ShouldBeFalse();
        }
        finally
        {
            open.Dispose();
            await unbind.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
            new PciDevice(GuestDevices.PortEdu).Driver.ShouldBeNull();
            File.WriteAllText($"{Driver}/bind", GuestDevices.PortEdu);
        }

        new PciDevice(GuestDevices.PortEdu).Driver.ShouldBe("vfio-pci");
        using OpenDevice again = new(GuestDevices.PortEdu);
    }
}

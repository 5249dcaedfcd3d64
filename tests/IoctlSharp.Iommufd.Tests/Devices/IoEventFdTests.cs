using System;
using System.Threading;
using IoctlSharp.Tests;
using IoctlSharp.Vfio;
using IoctlSharp.Vfio.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests.Devices;

/// <summary>Writes to a device that an eventfd starts.</summary>
public sealed class IoEventFdTests
{
    private const ulong Liveness = 4; // edu answers with the complement of what was written

    [Fact]
    [Covers("VFIO_DEVICE_IOEVENTFD")]
    public void The_kernel_writes_when_the_eventfd_is_signalled()
    {
        using OpenCdev open = new(GuestDevices.RootEdu);
        using EduDevice edu = new(open.Device);
        using EventFd eventfd = new();
        VfioDeviceIoeventfd write = new() { Flags = VfioIoEventFdFlags.Write32, Offset = Register(open, VfioPciRegion.Bar0, Liveness), Data = 0x12345678 };
        open.Device.SetIoEventFd(write, eventfd);
        edu.Registers.Write32(Liveness, 0);
        edu.Registers.Read32(Liveness).ShouldBe(uint.MaxValue);
        eventfd.Signal();
        SpinWait.SpinUntil(() => edu.Registers.Read32(Liveness) == ~0x12345678u, TimeSpan.FromSeconds(20)).ShouldBeTrue();

        Refused(open, write, eventfd).ShouldBe(Errno.EEXIST);
        open.Device.SetIoEventFd(write, null);
        Refused(open, write, null).ShouldBe(Errno.ENODEV);
        edu.Registers.Write32(Liveness, 0);
        eventfd.Signal();
        edu.Registers.Read32(Liveness).ShouldBe(uint.MaxValue);
    }

    [Fact]
    public void What_cannot_be_written_is_refused()
    {
        using OpenCdev open = new(GuestDevices.NetworkCard);
        using EventFd eventfd = new();
        ulong first = Register(open, VfioPciRegion.Bar0, 0);
        Refused(open, new() { Flags = VfioIoEventFdFlags.Write64, Offset = first }, eventfd).ShouldBe(Errno.EINVAL);
        Refused(open, new() { Flags = VfioIoEventFdFlags.Write32, Offset = Register(open, VfioPciRegion.Config, 0) }, eventfd).ShouldBe(Errno.EINVAL);
        Refused(open, new() { Flags = VfioIoEventFdFlags.Write32, Offset = Register(open, VfioPciRegion.Bar3, 0) }, eventfd).ShouldBe(Errno.EINVAL); // its MSI-X table
        Refused(open, new() { Flags = VfioIoEventFdFlags.Write32, Offset = first + open.Device.GetRegionInfo((uint)VfioPciRegion.Bar0).Value.Size }, eventfd).ShouldBe(Errno.EINVAL);
    }

    private static ulong Register(OpenCdev open, VfioPciRegion region, ulong offset) => open.Device.GetRegionInfo((uint)region).Value.Offset + offset;

    private static Errno Refused(OpenCdev open, VfioDeviceIoeventfd write, EventFd? eventfd) => Should.Throw<IoctlException>(() => open.Device.SetIoEventFd(write, eventfd)).Error;
}

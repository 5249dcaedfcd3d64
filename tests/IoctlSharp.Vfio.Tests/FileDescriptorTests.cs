using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using Shouldly;
using Xunit;

namespace IoctlSharp.Vfio.Tests;

public sealed class FileDescriptorTests
{
    private const int CloseOnExec = 0x80000;

    [Fact]
    public void Every_file_is_closed_on_exec()
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        using EventFd eventfd = new();
        open.Group.TryGetDevice(GuestDevices.RootEdu, out VfioDevice second).ShouldBe(Errno.None);
        using (second)
        {
            SafeHandle[] handles = [open.Container, open.Group, open.Device, second, eventfd];
            foreach (SafeHandle handle in handles)
                (Flags(handle) & CloseOnExec).ShouldBe(CloseOnExec, handle.ToString());
        }
    }

    [Fact]
    public void No_file_leaks_over_10000_calls_failures_included()
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        OneRound(open);
        int before = OpenFiles();
        for (int i = 0; i < 1000; i++)
            OneRound(open);
        OpenFiles().ShouldBe(before);
    }

    // Ten calls of which six fail.
    private static void OneRound(OpenDevice open)
    {
        using (VfioDevice device = open.Group.GetDevice(GuestDevices.RootEdu))
            device.GetIrqInfo((uint)VfioPciIrq.Msi);
        open.Group.TryGetDevice(GuestDevices.RootEdu, out VfioDevice again).ShouldBe(Errno.None);
        again.TryGetRegionInfo((uint)VfioPciRegion.Vga, out _).ShouldBe(Errno.EINVAL);
        again.Dispose();
        Should.Throw<IoctlException>(() => open.Group.GetDevice(GuestDevices.PortEdu));
        open.Group.TryGetDevice(GuestDevices.PortEdu, out VfioDevice none).ShouldBe(Errno.ENODEV);
        none?.Dispose();
        open.Group.TryGetDevice("0000:00:01", out _).ShouldBe(Errno.ENODEV);
        using VfioContainer other = VfioContainer.Open();
        Should.Throw<IoctlException>(() => open.Group.SetContainer(other));
        Should.Throw<IoctlException>(() => other.SetIommu(VfioExtension.Type1Iommu));
        other.CheckExtension(VfioExtension.Type1Iommu);
    }

    private static int OpenFiles() => Directory.GetFileSystemEntries("/proc/self/fd").Length;

    private static int Flags(SafeHandle handle)
    {
        string line = File.ReadLines($"/proc/self/fdinfo/{handle.DangerousGetHandle()}").Single(line => line.StartsWith("flags:", StringComparison.Ordinal));
        return Convert.ToInt32(line["flags:".Length..].Trim(), fromBase: 8);
    }
}

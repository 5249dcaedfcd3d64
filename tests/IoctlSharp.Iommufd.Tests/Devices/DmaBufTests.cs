using System;
using IoctlSharp.Tests;
using IoctlSharp.Vfio;
using IoctlSharp.Vfio.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests.Devices;

/// <summary>A device's own memory, given to others as a file.</summary>
public sealed class DmaBufTests : IDisposable
{
    private const uint Bar0 = (uint)VfioPciRegion.Bar0;
    private const ulong Page = 4096;

    private readonly OpenCdev _open = new(GuestDevices.RootEdu);

    public void Dispose() => _open.Dispose();

    [Fact]
    [Covers("VFIO_DEVICE_FEATURE_DMA_BUF"), Covers("IOMMU_IOAS_MAP_FILE")]
    public void Another_device_can_have_it_mapped()
    {
        EnableMemory();
        using VfioDmaBuf file = _open.Device.ExportDmaBuf(Bar0, new VfioRegionDmaRange { Offset = 0, Length = 4 * Page });
        Descriptors.IsClosedOnExec(file).ShouldBeTrue();

        using OpenCdev other = new(GuestDevices.PortEdu, _open.Iommufd);
        IoasId ioas = other.Attach();
        ulong iova = _open.Iommufd.MapFile(new IommuIoasMapFile { Flags = IommuIoasMapFlags.Readable | IommuIoasMapFlags.Writeable, IoasId = ioas, Length = 4 * Page }, file);
        _open.Iommufd.UnmapMemory(ioas, iova, 4 * Page).ShouldBe(4 * Page);
    }

    [Fact]
    public void It_can_be_in_several_parts_and_outlives_the_device()
    {
        VfioDmaBuf file = _open.Device.ExportDmaBuf(Bar0, new VfioRegionDmaRange { Offset = 0, Length = Page }, new VfioRegionDmaRange { Offset = 8 * Page, Length = 2 * Page });
        _open.Device.Dispose();
        Descriptors.IsClosedOnExec(file).ShouldBeTrue();
        file.Dispose();
    }

    [Fact]
    public void What_is_not_there_is_refused()
    {
        Refused(Bar0, 0, 0).ShouldBe(Errno.EINVAL);
        Refused(Bar0, 1, Page).ShouldBe(Errno.EINVAL);
        Refused(Bar0, 0, Page + 1).ShouldBe(Errno.EINVAL);
        Refused(Bar0, 0, (1 << 20) + Page).ShouldBe(Errno.EINVAL);
        Refused(Bar0, ulong.MaxValue - Page + 1, Page).ShouldBe(Errno.EOVERFLOW);
        Refused((uint)VfioPciRegion.Bar1, 0, Page).ShouldBe(Errno.ENODEV);
        Refused((uint)VfioPciRegion.Config, 0, Page).ShouldBe(Errno.ENODEV);
#pragma warning disable IOCTL4038 // The kernel's refusal is what is tested.
        Should.Throw<IoctlException>(() => _open.Device.ExportDmaBuf(Bar0)).Message.ShouldContain("there are no parts");
#pragma warning restore IOCTL4038
        Errno Refused(uint region, ulong offset, ulong length) =>
            Should.Throw<IoctlException>(() => _open.Device.ExportDmaBuf(region, new VfioRegionDmaRange { Offset = offset, Length = length })).Error;
    }

    [Fact]
    public void No_file_leaks()
    {
        int before = Descriptors.Count();
        for (int i = 0; i < 500; i++)
        {
            _open.Device.ExportDmaBuf(Bar0, new VfioRegionDmaRange { Length = Page }).Dispose();
#pragma warning disable IOCTL4036 // The kernel's refusal is what is tested.
            Should.Throw<IoctlException>(() => _open.Device.ExportDmaBuf(Bar0, new VfioRegionDmaRange { Length = 1 }));
#pragma warning restore IOCTL4036
        }

        Descriptors.Count().ShouldBe(before);
    }

    // Without it the memory is not there, for others neither.
    private void EnableMemory() => _open.Device.WriteExactly([6, 0], _open.Device.GetRegionInfo((uint)VfioPciRegion.Config).Value.Offset + 4);
}

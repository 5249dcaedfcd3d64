using System;
using System.IO;
using System.Runtime.InteropServices;
using IoctlSharp.Tests;
using IoctlSharp.Vfio;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests.Devices;

/// <summary>Virtual displays: mdpy's plane is a region, mbochs's a dma-buf.</summary>
public sealed class GraphicsTests
{
    private const uint PrimaryPlane = 1; // DRM_PLANE_TYPE_PRIMARY
    private const uint Xrgb8888 = 0x34325258; // DRM_FORMAT_XRGB8888, "XR24"

    [Fact]
    [Covers("VFIO_DEVICE_QUERY_GFX_PLANE")]
    public void A_plane_that_is_a_region()
    {
        using MediatedDevice display = new("mdpy", "vga");
        display.Device.ProbeGfxPlane(VfioGfxPlaneFlags.Region).ShouldBe(Errno.None);
        display.Device.ProbeGfxPlane(VfioGfxPlaneFlags.DmaBuf).ShouldBe(Errno.EINVAL);
        VfioDeviceGfxPlaneInfo plane = display.Device.QueryGfxPlane(VfioGfxPlaneFlags.Region, PrimaryPlane);
        (plane.Width, plane.Height, plane.Stride, plane.DrmFormat).ShouldBe((640u, 480u, 2560u, Xrgb8888));
        VfioRegionInfo region = display.Device.GetRegionInfo(plane.RegionIndex).Value;
        region.Flags.HasFlag(VfioRegionFlags.Mmap).ShouldBeTrue();
        using MappedRegion pixels = display.Device.Map(region.Offset, plane.Size);
        pixels.Write32(plane.Size - 4, 0x00c0ffee);
        pixels.Read32(plane.Size - 4).ShouldBe(0x00c0ffeeu);

        Refused(display, VfioGfxPlaneFlags.DmaBuf).ShouldBe(Errno.EINVAL);
        Refused(display, VfioGfxPlaneFlags.DmaBuf | VfioGfxPlaneFlags.Region).ShouldBe(Errno.EINVAL);
        IoctlException failure = Should.Throw<IoctlException>(() => display.Device.GetGfxDmaBuf(1));
        failure.Error.ShouldBe(Errno.ENOTTY);
        failure.Message.ShouldContain("gives no dma-bufs of a display");
    }

    [Fact]
    [Covers("VFIO_DEVICE_GET_GFX_DMABUF")]
    public void A_plane_that_is_a_dma_buf()
    {
        using MediatedDevice display = new("mbochs", "small");
        display.Device.ProbeGfxPlane(VfioGfxPlaneFlags.DmaBuf).ShouldBe(Errno.None);
        display.Device.ProbeGfxPlane(VfioGfxPlaneFlags.Region).ShouldBe(Errno.EINVAL);
        display.Device.QueryGfxPlane(VfioGfxPlaneFlags.DmaBuf, PrimaryPlane).Width.ShouldBe(0u); // it is off
        TurnOn(display, width: 800, height: 600);

        VfioDeviceGfxPlaneInfo plane = Query(display);
        (plane.Width, plane.Height, plane.Stride, plane.Size, plane.DrmFormat).ShouldBe((800u, 600u, 3200u, 3200u * 600, Xrgb8888));
        using VfioDmaBuf file = display.Device.GetGfxDmaBuf(plane.DmabufId);
        // The sample opens it without flags: read-only, so that nothing can map it, and not closed on exec.
        Descriptors.IsClosedOnExec(file).ShouldBeFalse();
        string description = File.ReadAllText($"/proc/self/fdinfo/{file.DangerousGetHandle()}");
        description.ShouldContain($"size:\t{plane.Size}\n");

        IoctlException failure = Should.Throw<IoctlException>(() => display.Device.GetGfxDmaBuf(plane.DmabufId + 100));
        failure.Error.ShouldBe(Errno.ENOENT);
        failure.Message.ShouldContain("no dma-buf of that id");
    }

    [Fact]
    public void A_region_of_no_PCI_number_says_what_it_is()
    {
        using MediatedDevice display = new("mbochs", "small");
        KernelBuffer<VfioRegionInfo> region = display.Device.GetRegionInfo(VfioIndexCountOfPci);
        region.Capabilities.TryFind((ushort)VfioRegionCapability.Type, out Capability capability).ShouldBeTrue();
        VfioRegionInfoCapType type = capability.Read<VfioRegionInfoCapType>();
        type.Type.ShouldBe((uint)VfioRegionType.Gfx);
        type.Subtype.ShouldBe((uint)VfioGfxRegionSubtype.Edid);

        Span<VfioRegionGfxEdid> edid = stackalloc VfioRegionGfxEdid[1];
        display.Device.ReadExactly(MemoryMarshal.AsBytes(edid), region.Value.Offset);
        (edid[0].EdidOffset, edid[0].EdidMaxSize).ShouldBe((2048u, 1024u));
        (edid[0].MaxXres, edid[0].MaxYres).ShouldBe((800u, 600u));

        display.Device.WriteExactly(BitConverter.GetBytes((uint)VfioGfxLinkState.Up), region.Value.Offset + 20);
        display.Device.ReadExactly(MemoryMarshal.AsBytes(edid), region.Value.Offset);
        edid[0].LinkState.ShouldBe(VfioGfxLinkState.Up);
    }

    private const uint VfioIndexCountOfPci = 9;

    // The first query of a mode makes the dma-buf and forgets it: an error of the sample's (mbochs_query_gfx_plane), and no other has dma-bufs.
    private static VfioDeviceGfxPlaneInfo Query(MediatedDevice display)
    {
        try
        {
            return display.Device.QueryGfxPlane(VfioGfxPlaneFlags.DmaBuf, PrimaryPlane);
        }
        catch (IoctlException failure) when (failure.Error == Errno.ENOMEM)
        {
            return display.Device.QueryGfxPlane(VfioGfxPlaneFlags.DmaBuf, PrimaryPlane);
        }
    }

    // The registers of Bochs's display, 16 bits each.
    private static void TurnOn(MediatedDevice display, ushort width, ushort height)
    {
        ulong registers = display.Region(VfioPciRegion.Bar2) + 0x500;
        foreach ((ulong index, ushort value) in new (ulong, ushort)[] { (1, width), (2, height), (3, 32), (4, 1) })
            display.Device.WriteExactly(BitConverter.GetBytes(value), registers + 2 * index);
    }

    private static Errno Refused(MediatedDevice display, VfioGfxPlaneFlags form) =>
        Should.Throw<IoctlException>(() => display.Device.QueryGfxPlane(form, PrimaryPlane)).Error;
}

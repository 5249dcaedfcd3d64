using System;
using System.Runtime.CompilerServices;
using IoctlSharp.Vfio.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests;

/// <summary>The IOMMU behind a device: the answer that is cut short without an error, and says how long it wanted to be.</summary>
public sealed class HardwareInfoTests
{
    private const int Length = 24;

    [Fact]
    public void It_is_an_Intel_VT_d_with_its_registers()
    {
        using OpenCdev open = new(GuestDevices.RootEdu);
        KernelBuffer<IommuHwInfo> info = open.Iommufd.GetHwInfo(open.Id);
        info.Value.OutDataType.ShouldBe(IommuHwInfoType.IntelVtd);
        info.Value.DataLen.ShouldBe((uint)Length);
        info.Value.OutMaxPasidLog2.ShouldBe((byte)0);
        info.Value.OutCapabilities.HasFlag(IommuHwCapabilities.DirtyTracking).ShouldBeFalse();

        // The number of fault recording registers, the address width, and coherent page walks are never all absent.
        IommuHwInfoVtd vtd = info.Tail<IommuHwInfoVtd>(1)[0];
        vtd.CapReg.ShouldNotBe(0ul);
        vtd.EcapReg.ShouldNotBe(0ul);
    }

    [Fact]
    public void It_can_be_asked_for_by_type_and_another_IOMMUs_is_refused()
    {
        using OpenCdev open = new(GuestDevices.RootEdu);
        KernelBuffer<IommuHwInfo> any = open.Iommufd.GetHwInfo(open.Id);
        KernelBuffer<IommuHwInfo> vtd = open.Iommufd.GetHwInfo(open.Id, IommuHwInfoType.IntelVtd);
        vtd.Tail<IommuHwInfoVtd>(1)[0].CapReg.ShouldBe(any.Tail<IommuHwInfoVtd>(1)[0].CapReg);

        IoctlException failure = Should.Throw<IoctlException>(() => open.Iommufd.GetHwInfo(open.Id, IommuHwInfoType.ArmSmmuv3));
        failure.Error.ShouldBe(Errno.EOPNOTSUPP);
        failure.Message.ShouldContain("the IOMMU has no such information");
    }

    [Fact]
    public void No_device_of_that_id_says_so()
    {
        using Iommufd iommufd = Iommufd.Open();
        IoctlException failure = Should.Throw<IoctlException>(() => iommufd.GetHwInfo(new DeviceId(1)));
        failure.Error.ShouldBe(Errno.ENOENT);
        failure.Message.ShouldContain("the iommufd has no device of that id");

        // Nor does the id of something else name a device.
        IoasId ioas = iommufd.AllocateIoas();
        Should.Throw<IoctlException>(() => iommufd.GetHwInfo(new DeviceId(ioas.Value))).Error.ShouldBe(Errno.ENOENT);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    public void An_answer_without_room_is_cut_and_tells_the_length(int room)
    {
        using OpenCdev open = new(GuestDevices.RootEdu);
        byte[] data = new byte[64];
        data.AsSpan().Fill(0x5a);
        RawHwInfo info = new() { Size = (uint)Unsafe.SizeOf<RawHwInfo>(), DevId = open.Id, DataLen = (uint)room };
        open.Iommufd.TryGetHwInfo(ref info, data).ShouldBe(Errno.None);
        info.DataLen.ShouldBe((uint)Length);
        data.AsSpan(room).IndexOfAnyExcept((byte)0x5a).ShouldBe(-1);
    }

    [Fact]
    public void Room_beyond_the_answer_is_zeroed()
    {
        using OpenCdev open = new(GuestDevices.RootEdu);
        byte[] data = new byte[64];
        data.AsSpan().Fill(0x5a);
        RawHwInfo info = new() { Size = (uint)Unsafe.SizeOf<RawHwInfo>(), DevId = open.Id, DataLen = 40 };
        open.Iommufd.TryGetHwInfo(ref info, data).ShouldBe(Errno.None);
        info.DataLen.ShouldBe((uint)Length);
        data.AsSpan(Length, 40 - Length).IndexOfAnyExcept((byte)0).ShouldBe(-1);
        data.AsSpan(40).IndexOfAnyExcept((byte)0x5a).ShouldBe(-1);
    }
}

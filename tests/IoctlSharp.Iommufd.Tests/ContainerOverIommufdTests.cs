using System;
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Pci;
using IoctlSharp.Tests;
using IoctlSharp.Vfio;
using IoctlSharp.Vfio.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests;

/// <summary>The type1 compatibility mode: an iommufd in place of <c>/dev/vfio/vfio</c>.</summary>
public sealed class ContainerOverIommufdTests : IDisposable
{
    private const ulong Iova = 0x1000000;

    private readonly Iommufd _iommufd = Iommufd.Open();
    private readonly VfioContainer _container;

    public ContainerOverIommufdTests() => _container = new VfioContainer(_iommufd);

    public void Dispose()
    {
        _container.Dispose();
        _iommufd.Dispose();
    }

    [Fact]
    public void It_says_what_it_can_do()
    {
        _container.GetApiVersion().ShouldBe(VfioIoctls.ApiVersion);
        _container.CheckExtension(VfioExtension.Type1Iommu).ShouldBe(1);
        _container.CheckExtension(VfioExtension.Type1v2Iommu).ShouldBe(1);
        _container.CheckExtension(VfioExtension.UnmapAll).ShouldBe(1);
        _container.CheckExtension(VfioExtension.UpdateVaddr).ShouldBe(0);
        _container.CheckExtension(VfioExtension.SpaprTceIommu).ShouldBe(0);
        _container.CheckExtension(VfioExtension.SpaprTceV2Iommu).ShouldBe(0);
        _container.CheckExtension(VfioExtension.Eeh).ShouldBe(0);
    }

    [Fact]
    public void Before_a_group_is_in_it_it_has_no_address_space()
    {
        IoctlException failure = Should.Throw<IoctlException>(() => _container.SetIommu(VfioExtension.Type1v2Iommu));
        failure.Error.ShouldBe(Errno.ENODEV);
        failure.Message.ShouldContain("over an iommufd: no group is in the container yet");
        Should.Throw<IoctlException>(() => _container.GetType1Info()).Message.ShouldContain("no group is in it yet");
        Should.Throw<IoctlException>(() => _container.UnmapDma(new() { Iova = 0, Size = 4096 })).Error.ShouldBe(Errno.ENODEV);
        Should.Throw<IoctlException>(() => _iommufd.GetVfioIoas()).Error.ShouldBe(Errno.ENODEV);
    }

    [Fact]
    public void Its_information_is_type1s_without_dirty_bitmaps()
    {
        using OpenDevice open = Open();
        KernelBuffer<VfioIommuType1Info> info = _container.GetType1Info();
        info.Value.Flags.HasFlag(VfioIommuInfoFlags.PageSizes).ShouldBeTrue();
        (info.Value.IovaPageSizes & 0x1000).ShouldBe(0x1000ul);
        List<ushort> capabilities = [];
        foreach (Capability capability in info.Capabilities)
        {
            capabilities.Add(capability.Id);
            if (capability.Id == (ushort)VfioIommuType1Capability.DmaAvailable)
                capability.Read<VfioIommuType1InfoDmaAvail>().Available.ShouldBe(uint.MaxValue);
        }

        capabilities.Order().ShouldBe([(ushort)VfioIommuType1Capability.IovaRange, (ushort)VfioIommuType1Capability.DmaAvailable]);
    }

    [Fact]
    public void A_device_does_DMA_and_what_is_unmapped_is_out_of_reach()
    {
        using OpenDevice open = Open();
        using EduDevice edu = new(open.Device);
        using DmaBuffer memory = new(1 << 16);
        using (_container.Map(memory, Iova))
        {
            memory.GetSpan(0, EduDevice.DmaLength).Fill(0x55);
            edu.ReadFromMemory(Iova);
            edu.WriteToMemory(Iova + 8192);
            memory.GetSpan(8192, EduDevice.DmaLength).IndexOfAnyExcept((byte)0x55).ShouldBe(-1);
        }

        memory.GetSpan(0, EduDevice.DmaLength).Fill(0x66);
        edu.WriteToMemory(Iova);
        memory.GetSpan(0, EduDevice.DmaLength).IndexOfAnyExcept((byte)0x66).ShouldBe(-1);
    }

    [Fact]
    public void Its_mappings_are_in_an_address_space_of_the_iommufd()
    {
        using OpenDevice open = Open();
        using DmaBuffer memory = new(1 << 16);
        IoasId ioas = _iommufd.GetVfioIoas();
        DmaMapping mapping = _container.Map(memory, Iova);
        IommuIoasMap again = new() { IoasId = ioas, Flags = IommuIoasMapFlags.Readable | IommuIoasMapFlags.FixedIova, UserVa = memory.Address, Length = memory.Size, Iova = Iova };
        _iommufd.TryMapMemory(ref again).ShouldBe(Errno.EEXIST);
        mapping.Dispose();
        _iommufd.MapMemory(again);
        _container.UnmapDma(new() { Iova = Iova, Size = memory.Size }).ShouldBe(memory.Size);
    }

    [Fact]
    [Covers("IOMMU_VFIO_IOAS")]
    public void Its_address_space_can_be_another_or_none()
    {
        IoasId own = _iommufd.AllocateIoas();
        _iommufd.SetVfioIoas(own);
        using OpenDevice open = Open();
        _iommufd.GetVfioIoas().ShouldBe(own);
        using DmaBuffer memory = new(4096);
        _container.MapDma(new() { Flags = VfioDmaMapFlags.Read, Vaddr = memory.Address, Iova = Iova, Size = memory.Size });
        _iommufd.UnmapMemory(own, Iova, memory.Size).ShouldBe(memory.Size);

        _iommufd.ClearVfioIoas();
        Should.Throw<IoctlException>(() => _container.GetType1Info()).Error.ShouldBe(Errno.ENODEV);
        _iommufd.TryDestroy(own).ShouldBe(Errno.EBUSY);
    }

    [Fact]
    public void It_lives_on_when_the_iommufd_handle_is_closed()
    {
        using OpenDevice open = Open();
        _iommufd.Dispose();
        using DmaBuffer memory = new(4096);
        _container.Map(memory, Iova).Dispose();
    }

    [Fact]
    public void Error_recovery_is_refused()
    {
        using OpenDevice open = Open();
        Action[] calls =
        [
            _container.EnableEeh, _container.DisableEeh, () => _container.GetEehState(), _container.UnfreezeIo, _container.UnfreezeDma, _container.BeginHotReset,
            _container.BeginFundamentalReset, _container.EndReset, _container.Configure, () => _container.InjectEehError(default),
        ];
        foreach (Action call in calls)
            Refused(call, "over an iommufd, and with type1, there is no EEH");
    }

    [Fact]
    public void Windows_of_sPAPR_are_refused()
    {
        using OpenDevice open = Open();
        Refused(_container.Enable, "only sPAPR TCE version 1 is enabled");
        Refused(_container.Disable, "over an iommufd there is none");
        Refused(() => _container.RegisterMemory(default), "over an iommufd there is none");
        Refused(() => _container.UnregisterMemory(default), "over an iommufd there is none");
#pragma warning disable IOCTL4038 // The kernel's refusal is what is tested.
        Refused(() => _container.CreateWindow(default), "over an iommufd there is none");
#pragma warning restore IOCTL4038
        Refused(() => _container.RemoveWindow(default), "over an iommufd there is none");
        Should.Throw<IoctlException>(() => _container.SetIommu(VfioExtension.SpaprTceV2Iommu)).Error.ShouldBe(Errno.EINVAL);

        // The kernel would answer this number with type1's struct.
        Should.Throw<InvalidOperationException>(() => _container.GetSpaprTceInfo()).Message.ShouldContain("over an iommufd, which has no sPAPR TCE: ask it with GetType1Info");
    }

    [Fact]
    public void Dirty_pages_are_refused()
    {
        using OpenDevice open = Open();
        Refused(_container.StartDirtyPages, "its hardware page tables track them");
        Refused(_container.StopDirtyPages, "its hardware page tables track them");
        Refused(() => _container.GetDirtyPages(Iova, 4096, 4096, new ulong[1]), "its hardware page tables track them");
        IoctlException failure = Should.Throw<IoctlException>(() => _container.UnmapDmaAndGetDirtyPages(Iova, 4096, 4096, new ulong[1]));
        failure.Error.ShouldBe(Errno.EINVAL);
        failure.Message.ShouldContain("which over an iommufd they never are");
    }

    [Fact]
    public void A_group_that_is_not_viable_is_noticed_when_its_device_is_opened()
    {
        using VfioGroup group = VfioGroup.Open(new PciDevice(GuestDevices.BridgedEdu).IommuGroup.Number);
        group.SetContainer(_container);
        IoctlException failure = Should.Throw<IoctlException>(() => group.GetDevice(GuestDevices.BridgedEdu));
        failure.Error.ShouldBe(Errno.EPERM);
        failure.Message.ShouldContain("over an iommufd: the group is not viable");
    }

    private static void Refused(Action call, string meaning)
    {
        IoctlException failure = Should.Throw<IoctlException>(call);
        failure.Error.ShouldBe(Errno.ENOTTY);
        failure.Message.ShouldContain(meaning);
    }

    private OpenDevice Open()
    {
        OpenDevice open = new(GuestDevices.RootEdu, _container);
        _container.SetIommu(VfioExtension.Type1v2Iommu);
        return open;
    }
}

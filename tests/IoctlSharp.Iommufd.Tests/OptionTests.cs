using IoctlSharp.Tests;
using IoctlSharp.Vfio;
using IoctlSharp.Vfio.Tests;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests;

/// <summary>Options, and the limit of pinned memory that one of them is about.</summary>
public sealed class OptionTests
{
    private const ulong User = 0;
    private const ulong Process = 1;

    [Fact]
    [Covers("IOMMU_OPTION")]
    public void Large_pages_are_given_up_only_before_memory_is_mapped()
    {
        using OpenCdev open = new(GuestDevices.RootEdu);
        using DmaBuffer memory = new(1 << 16);
        IoasId ioas = open.Attach();
        open.Iommufd.GetHugePages(ioas).ShouldBe(1ul);
        open.Iommufd.SetHugePages(ioas, 0);
        open.Iommufd.GetHugePages(ioas).ShouldBe(0ul);
        open.Iommufd.SetHugePages(ioas, 1);
#pragma warning disable IOCTL4035 // The kernel's refusal is what is tested.
        Should.Throw<IoctlException>(() => open.Iommufd.SetHugePages(ioas, 2)).Error.ShouldBe(Errno.EINVAL);
#pragma warning restore IOCTL4035

        open.Iommufd.MapMemory(new() { IoasId = ioas, Flags = IommuIoasMapFlags.Readable, UserVa = memory.Address, Length = memory.Size });
        IoctlException failure = Should.Throw<IoctlException>(() => open.Iommufd.SetHugePages(ioas, 0));
        failure.Error.ShouldBe(Errno.EINVAL);
        failure.Message.ShouldContain("memory is mapped for a device already");
        Should.Throw<IoctlException>(() => open.Iommufd.GetHugePages(new IoasId(4711))).Error.ShouldBe(Errno.ENOENT);
    }

    [Fact]
    public void The_account_is_chosen_while_the_iommufd_is_empty()
    {
        using Iommufd iommufd = Iommufd.Open();
        iommufd.GetRlimitMode().ShouldBe(User);
        iommufd.SetRlimitMode(Process);
        iommufd.GetRlimitMode().ShouldBe(Process);
#pragma warning disable IOCTL4035 // The kernel's refusal is what is tested.
        Should.Throw<IoctlException>(() => iommufd.SetRlimitMode(2)).Message.ShouldContain("the mode is neither 0 nor 1");
#pragma warning restore IOCTL4035
        iommufd.AllocateIoas();
        IoctlException failure = Should.Throw<IoctlException>(() => iommufd.SetRlimitMode(User));
        failure.Error.ShouldBe(Errno.EBUSY);
        failure.Message.ShouldContain("the iommufd has objects already");
    }

    [Theory]
    [InlineData(User)]
    [InlineData(Process)]
    public void Without_CAP_IPC_LOCK_the_limit_of_locked_memory_holds_in_both_modes(ulong mode)
    {
        using Iommufd iommufd = Iommufd.Open();
        iommufd.SetRlimitMode(mode);
        using OpenCdev open = new(GuestDevices.RootEdu, iommufd);
        using DmaBuffer memory = new(4 << 20);
        IommuIoasMap map = new() { IoasId = open.Attach(), Flags = IommuIoasMapFlags.Readable, UserVa = memory.Address, Length = memory.Size };
        using (new OrdinaryThread(limit: 1 << 20))
        {
            IoctlException failure = Should.Throw<IoctlException>(() => iommufd.MapMemory(map));
            failure.Error.ShouldBe(Errno.ENOMEM);
            failure.Message.ShouldContain("RLIMIT_MEMLOCK is too low for a process without CAP_IPC_LOCK (ulimit -l)");

            // Nor can a device be attached to what it would have to pin.
            IoasId full = iommufd.AllocateIoas();
            iommufd.MapMemory(map with { IoasId = full });
            Should.Throw<IoctlException>(() => open.Device.Attach(full)).Error.ShouldBe(Errno.ENOMEM);
        }

        iommufd.MapMemory(map);
    }
}

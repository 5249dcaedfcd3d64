using System.Runtime.CompilerServices;
using Shouldly;
using Xunit;

namespace IoctlSharp.Vfio.Tests;

/// <summary>What the kernel does with each argsz: the rules that the generated calls rely on.</summary>
public sealed class ArgumentSizeTests
{
    private const uint Exact = 24;

    [Theory]
    [InlineData(0u)]
    [InlineData(8u)]
    [InlineData(15u)]
    public void Type1_info_is_refused_when_too_small(uint size)
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        RawType1Info info = new() { Argsz = size };
        open.Container.TryGetType1Info(ref info).ShouldBe(Errno.EINVAL);
    }

    [Fact]
    public void Type1_info_of_the_exact_size_says_how_much_it_wants_and_gives_no_capability()
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        RawType1Info info = new() { Argsz = Exact };
        open.Container.TryGetType1Info(ref info).ShouldBe(Errno.None);
        info.Argsz.ShouldBeGreaterThan(Exact);
        info.CapOffset.ShouldBe(0u);

        // The call that asks again arrives at that very size.
        open.Container.GetType1Info().Length.ShouldBe((int)info.Argsz);
    }

    [Fact]
    public void Type1_info_with_room_has_its_capabilities_behind_it()
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        RawType1Info info = new() { Argsz = (uint)Unsafe.SizeOf<RawType1Info>() };
        open.Container.TryGetType1Info(ref info).ShouldBe(Errno.None);
        info.CapOffset.ShouldBeGreaterThanOrEqualTo(Exact);
    }

    [Theory]
    [InlineData(31u, Errno.EINVAL)]
    [InlineData(32u, Errno.None)]
    [InlineData(40u, Errno.None)]
    public void A_mapping_needs_all_of_its_struct_and_ignores_more(uint size, Errno expected)
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        using DmaBuffer memory = new(4096);
        RawDmaMap map = new() { Argsz = size, Flags = VfioDmaMapFlags.Read, Vaddr = memory.Address, Iova = 0x10000, Size = 4096, FromTheFuture = ulong.MaxValue };
        open.Container.TryMapDma(map).ShouldBe(expected);
    }

    [Theory]
    [InlineData(7u, Errno.EINVAL)]
    [InlineData(8u, Errno.None)]
    [InlineData(16u, Errno.None)]
    public void A_group_status_needs_all_of_its_struct(uint size, Errno expected)
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        RawGroupStatus status = new() { Argsz = size };
        open.Group.TryGetStatus(ref status).ShouldBe(expected);
    }
}

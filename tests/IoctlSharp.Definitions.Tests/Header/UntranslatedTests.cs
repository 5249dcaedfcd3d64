using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using IoctlSharp.Definitions.Tests.Since;
using IoctlSharp.Interop;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Header;

/// <summary>
/// VFIO, iommufd and uacce hand the structs of a 32-bit process on as they are (compat_ptr_ioctl). Those that C lays out otherwise on i386 say so, and
/// calls with them are refused there.
/// </summary>
public sealed class UntranslatedTests
{
    [Fact]
    public void Structs_that_C_lays_out_otherwise_on_i386_are_declared_untranslated()
    {
        Assert.SkipUnless(KeptKernels.All.Count > 0, KeptKernels.WhyMissing);
        string[] differing = [.. LaidOutOtherwise("i386").Order()];
        differing.ShouldContain("vfio_bitmap");
        differing.ShouldBe(Declarations.Structs.Where(item => item.Type.GetCustomAttribute<KernelStructAttribute>()!.Untranslated).Select(item => item.CName).Order());
    }

    [Fact]
    public void No_struct_is_laid_out_otherwise_on_32_bit_machines_that_align_64_bit_integers()
    {
        Assert.SkipUnless(KeptKernels.All.Count > 0, KeptKernels.WhyMissing);
        LaidOutOtherwise("ILP32").ShouldBeEmpty();
    }

    [Fact]
    public void Those_that_hold_such_a_struct_are_guarded_too()
        => Declarations.Structs.Where(item => typeof(IUntranslated).IsAssignableFrom(item.Type)).Select(item => item.CName).Order().ShouldBe(
        [
            "vfio_bitmap", "vfio_device_info_cap_zpci_group", "vfio_eeh_pe_op", "vfio_iommu_type1_dirty_bitmap_get", "vfio_iommu_type1_info_cap_migration",
        ]);

    private static IEnumerable<string> LaidOutOtherwise(string model)
    {
        KeptKernel newest = KeptKernels.All[^1];
        string[] there = KeptKernels.DataModels["LP64"], here = KeptKernels.DataModels[model];
        string[] tags = [.. Declarations.Structs.Select(item => item.CName)];
        IReadOnlyDictionary<string, int> sizes = newest.Sizes(tags, there), ownSizes = newest.Sizes(tags, here);
        (string Tag, string)[] members = [.. SinceRecords.Placed];
        IEnumerable<string> moved = members.Zip(newest.Offsets(members, there).Zip(newest.Offsets(members, here)))
            .Where(item => item.Second.First != item.Second.Second)
            .Select(item => item.First.Tag);
        return tags.Where(tag => sizes[tag] != ownSizes[tag]).Concat(moved).Distinct();
    }
}

using IoctlSharp.Vfio;
using static IoctlSharp.Vfio.VfioIoctls;

namespace IoctlSharp.Spapr.Guest.Scenarios;

/// <summary>What a container answers before it has a group.</summary>
internal static class ContainerScenario
{
    public static void Run(Checks checks, Platform platform)
    {
        using VfioContainer container = VfioContainer.Open();
        checks.Equal("VFIO_GET_API_VERSION", ApiVersion, container.GetApiVersion());
        for (uint extension = 1; extension <= 10; extension++)
        {
            int expected = (VfioExtension)extension switch
            {
                VfioExtension.SpaprTceIommu or VfioExtension.SpaprTceV2Iommu => 1,
                VfioExtension.Eeh => platform.HasEeh ? 1 : 0,
                _ => 0,
            };
            checks.Equal($"VFIO_CHECK_EXTENSION({extension}, {(VfioExtension)extension})", expected, container.CheckExtension((VfioExtension)extension));
        }

        checks.Fails("VFIO_SET_IOMMU", Errno.EINVAL, () => container.SetIommu(VfioExtension.SpaprTceIommu));
        checks.Fails("VFIO_IOMMU_SPAPR_TCE_GET_INFO", Errno.EINVAL, () => container.GetSpaprTceInfo());
        checks.Fails("VFIO_IOMMU_ENABLE", Errno.EINVAL, container.Enable);
        checks.Fails("VFIO_EEH_PE_OP", Errno.EINVAL, container.EnableEeh);
        // The negative control: a binding with the numbers of other machines gets this far and no further.
        checks.Error("x86-64's number of VFIO_GET_API_VERSION", Errno.EINVAL, RawCall.MakeNumber(container, Commands.VFIO_GET_API_VERSION.NumberOn(LinuxAbi.X86_64)));
    }
}

using IoctlSharp.Vfio;

namespace IoctlSharp.Spapr.Guest.Scenarios;

/// <summary>A platform without EEH says so, whatever it is asked.</summary>
internal static class NoEehScenario
{
    public static void Run(Checks checks, VfioContainer container)
    {
        checks.Equal("VFIO_CHECK_EXTENSION(VFIO_EEH)", 0, container.CheckExtension(VfioExtension.Eeh));
        checks.Fails("VFIO_EEH_PE_DISABLE", Errno.ENODEV, container.DisableEeh);
        checks.Fails("VFIO_EEH_PE_ENABLE", Errno.ENODEV, container.EnableEeh);
        checks.Fails("VFIO_EEH_PE_UNFREEZE_IO", Errno.ENODEV, container.UnfreezeIo);
        checks.Fails("VFIO_EEH_PE_UNFREEZE_DMA", Errno.ENODEV, container.UnfreezeDma);
        checks.Fails("VFIO_EEH_PE_GET_STATE", Errno.ENODEV, () => container.GetEehState());
        checks.Fails("VFIO_EEH_PE_RESET_DEACTIVATE", Errno.ENODEV, container.EndReset);
        checks.Fails("VFIO_EEH_PE_RESET_HOT", Errno.ENODEV, container.BeginHotReset);
        checks.Fails("VFIO_EEH_PE_RESET_FUNDAMENTAL", Errno.ENODEV, container.BeginFundamentalReset);
        checks.Fails("VFIO_EEH_PE_CONFIGURE", Errno.ENODEV, container.Configure);
        checks.Fails("VFIO_EEH_PE_INJECT_ERR", Errno.ENODEV, () => container.InjectEehError(new VfioEehPeErr { Type = EehErrorType.Bits32, Function = EehErrorFunction.LoadConfigAddress }));
    }
}

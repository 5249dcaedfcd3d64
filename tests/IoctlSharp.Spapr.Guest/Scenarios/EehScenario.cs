using System;
using IoctlSharp.Tests;
using IoctlSharp.Vfio;
using static IoctlSharp.Vfio.VfioIoctls;

namespace IoctlSharp.Spapr.Guest.Scenarios;

/// <summary>Every EEH operation on a device that works.</summary>
internal static class EehScenario
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    [Covers("VFIO_EEH_PE_OP")]
    public static void Run(Checks checks, VfioContainer container)
    {
        checks.Equal("VFIO_CHECK_EXTENSION(VFIO_EEH)", 1, container.CheckExtension(VfioExtension.Eeh));
        checks.Succeeds("VFIO_EEH_PE_ENABLE", container.EnableEeh);
        checks.Equal("VFIO_EEH_PE_GET_STATE", EehState.Normal, container.GetEehState());
        checks.Succeeds("VFIO_EEH_PE_UNFREEZE_IO", container.UnfreezeIo);
        checks.Succeeds("VFIO_EEH_PE_UNFREEZE_DMA", container.UnfreezeDma);
        Reset(checks, container, "VFIO_EEH_PE_RESET_HOT", container.BeginHotReset);
        Reset(checks, container, "VFIO_EEH_PE_RESET_FUNDAMENTAL", container.BeginFundamentalReset);

        checks.Error("VFIO_EEH_PE_GET_STATE, argsz 12", Errno.None, RawCall.Make(container, Commands.VFIO_EEH_PE_OP, 12, 0, (uint)VfioEehOperation.GetState));
        checks.Error("VFIO_EEH_PE_GET_STATE, argsz 4", Errno.EINVAL, RawCall.Make(container, Commands.VFIO_EEH_PE_OP, 4, 0, (uint)VfioEehOperation.GetState));
        checks.Error("VFIO_EEH_PE_GET_STATE with flags", Errno.EINVAL, RawCall.Make(container, Commands.VFIO_EEH_PE_OP, 40, 1, (uint)VfioEehOperation.GetState));
        checks.Error("an operation that does not exist", Errno.EINVAL, RawCall.Make(container, Commands.VFIO_EEH_PE_OP, 40, 0, 42));
        InjectErrors(checks, container);
        checks.Succeeds("VFIO_EEH_PE_DISABLE", container.DisableEeh);
    }

    private static void Reset(Checks checks, VfioContainer container, string what, Action begin)
    {
        checks.Succeeds(what, begin);
        checks.Succeeds("VFIO_EEH_PE_RESET_DEACTIVATE", container.EndReset);
        checks.Succeeds("VFIO_EEH_PE_CONFIGURE", container.Configure);
        checks.Equal("state after the reset", EehState.Normal, container.WaitForEehReset(s_patience));
    }

    private static void InjectErrors(Checks checks, VfioContainer container)
    {
        Inject(checks, container, EehErrorType.Bits32, EehErrorFunction.LoadConfigAddress, Errno.None);
        // The emulated bridge has no registers for these.
        Inject(checks, container, EehErrorType.Bits32, EehErrorFunction.LoadMemoryAddress, Errno.EIO);
        Inject(checks, container, EehErrorType.Bits64, EehErrorFunction.LoadMemoryAddress, Errno.EIO);
        Inject(checks, container, (EehErrorType)5, EehErrorFunction.LoadMemoryAddress, Errno.ERANGE);
        Inject(checks, container, EehErrorType.Bits32, EehErrorFunction.DmaWriteTarget + 1, Errno.EINVAL);
        Inject(checks, container, EehErrorType.Bits32, (EehErrorFunction)99, Errno.EINVAL);
        // QEMU's bridge does nothing about an error that is injected.
        checks.Equal("state after the errors", EehState.Normal, container.GetEehState());
    }

    private static void Inject(Checks checks, VfioContainer container, EehErrorType type, EehErrorFunction function, Errno expected) => checks.Fails(
        $"VFIO_EEH_PE_INJECT_ERR({type}, {function})", expected, () => container.InjectEehError(new VfioEehPeErr { Type = type, Function = function }));
}

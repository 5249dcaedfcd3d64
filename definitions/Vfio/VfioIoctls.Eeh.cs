using System;

namespace IoctlSharp.Vfio;

/// <content>EEH error recovery (POWER): on containers; every operation acts on every group of the container.</content>
public static partial class VfioIoctls
{
    /// <summary>Turns EEH on: errors freeze the device instead of the machine.</summary>
    [Ioctl(IoctlMacro.IO, 21, Name = "VFIO_EEH_PE_OP", Argument = typeof(VfioEehPeOp)), Preset(nameof(VfioEehPeOp.Operation), VfioEehOperation.Enable)]
    [FailsWith(Errno.ENOTTY, "the container is no sPAPR TCE container: over an iommufd, and with type1, there is no EEH")]
    [FailsWith(Errno.ENODEV, "no group of the container has a device with EEH: CheckExtension(VfioExtension.Eeh) says so")]
    [FailsWith(Errno.EINVAL, "the kernel does not know the operation, or no sPAPR TCE type is set")]
    [After(nameof(SetIommu), VfioExtension.SpaprTceIommu), After(nameof(SetIommu), VfioExtension.SpaprTceV2Iommu)]
    public static partial void EnableEeh(this VfioContainer container);

    /// <summary>Turns EEH off.</summary>
    [Ioctl(IoctlMacro.IO, 21, Name = "VFIO_EEH_PE_OP", Argument = typeof(VfioEehPeOp)), Preset(nameof(VfioEehPeOp.Operation), VfioEehOperation.Disable)]
    [FailsWith(Errno.ENOTTY, "the container is no sPAPR TCE container: over an iommufd, and with type1, there is no EEH")]
    [After(nameof(SetIommu), VfioExtension.SpaprTceIommu), After(nameof(SetIommu), VfioExtension.SpaprTceV2Iommu)]
    public static partial void DisableEeh(this VfioContainer container);

    /// <summary>The state: that of the first group that is not normal.</summary>
    [Ioctl(IoctlMacro.IO, 21, Name = "VFIO_EEH_PE_OP", Argument = typeof(VfioEehPeOp)), Preset(nameof(VfioEehPeOp.Operation), VfioEehOperation.GetState)]
    [FailsWith(Errno.ENOTTY, "the container is no sPAPR TCE container: over an iommufd, and with type1, there is no EEH")]
    [FailsWith(Errno.ENODEV, "no group of the container has a device with EEH: CheckExtension(VfioExtension.Eeh) says so")]
    [After(nameof(SetIommu), VfioExtension.SpaprTceIommu), After(nameof(SetIommu), VfioExtension.SpaprTceV2Iommu)]
    public static partial EehState GetEehState(this VfioContainer container);

    /// <summary>Lets loads and stores through again.</summary>
    [Ioctl(IoctlMacro.IO, 21, Name = "VFIO_EEH_PE_OP", Argument = typeof(VfioEehPeOp)), Preset(nameof(VfioEehPeOp.Operation), VfioEehOperation.UnfreezeIo)]
    [FailsWith(Errno.ENOTTY, "the container is no sPAPR TCE container: over an iommufd, and with type1, there is no EEH")]
    [After(nameof(SetIommu), VfioExtension.SpaprTceIommu), After(nameof(SetIommu), VfioExtension.SpaprTceV2Iommu)]
    public static partial void UnfreezeIo(this VfioContainer container);

    /// <summary>Lets DMA through again.</summary>
    [Ioctl(IoctlMacro.IO, 21, Name = "VFIO_EEH_PE_OP", Argument = typeof(VfioEehPeOp)), Preset(nameof(VfioEehPeOp.Operation), VfioEehOperation.UnfreezeDma)]
    [FailsWith(Errno.ENOTTY, "the container is no sPAPR TCE container: over an iommufd, and with type1, there is no EEH")]
    [After(nameof(SetIommu), VfioExtension.SpaprTceIommu), After(nameof(SetIommu), VfioExtension.SpaprTceV2Iommu)]
    public static partial void UnfreezeDma(this VfioContainer container);

    /// <summary>Begins a hot reset; <see cref="EndReset"/> ends it.</summary>
    [Ioctl(IoctlMacro.IO, 21, Name = "VFIO_EEH_PE_OP", Argument = typeof(VfioEehPeOp)), Preset(nameof(VfioEehPeOp.Operation), VfioEehOperation.ResetHot)]
    [FailsWith(Errno.ENOTTY, "the container is no sPAPR TCE container: over an iommufd, and with type1, there is no EEH")]
    [After(nameof(SetIommu), VfioExtension.SpaprTceIommu), After(nameof(SetIommu), VfioExtension.SpaprTceV2Iommu)]
    public static partial void BeginHotReset(this VfioContainer container);

    /// <summary>Begins a fundamental reset; <see cref="EndReset"/> ends it.</summary>
    [Ioctl(IoctlMacro.IO, 21, Name = "VFIO_EEH_PE_OP", Argument = typeof(VfioEehPeOp)), Preset(nameof(VfioEehPeOp.Operation), VfioEehOperation.ResetFundamental)]
    [FailsWith(Errno.ENOTTY, "the container is no sPAPR TCE container: over an iommufd, and with type1, there is no EEH")]
    [After(nameof(SetIommu), VfioExtension.SpaprTceIommu), After(nameof(SetIommu), VfioExtension.SpaprTceV2Iommu)]
    public static partial void BeginFundamentalReset(this VfioContainer container);

    /// <summary>Ends a reset.</summary>
    [Ioctl(IoctlMacro.IO, 21, Name = "VFIO_EEH_PE_OP", Argument = typeof(VfioEehPeOp)), Preset(nameof(VfioEehPeOp.Operation), VfioEehOperation.ResetDeactivate)]
    [FailsWith(Errno.ENOTTY, "the container is no sPAPR TCE container: over an iommufd, and with type1, there is no EEH")]
    [After(nameof(SetIommu), VfioExtension.SpaprTceIommu), After(nameof(SetIommu), VfioExtension.SpaprTceV2Iommu)]
    public static partial void EndReset(this VfioContainer container);

    /// <summary>Sets the bridges up again after a reset.</summary>
    [Ioctl(IoctlMacro.IO, 21, Name = "VFIO_EEH_PE_OP", Argument = typeof(VfioEehPeOp)), Preset(nameof(VfioEehPeOp.Operation), VfioEehOperation.Configure)]
    [FailsWith(Errno.ENOTTY, "the container is no sPAPR TCE container: over an iommufd, and with type1, there is no EEH")]
    [After(nameof(SetIommu), VfioExtension.SpaprTceIommu), After(nameof(SetIommu), VfioExtension.SpaprTceV2Iommu)]
    public static partial void Configure(this VfioContainer container);

    /// <summary>Injects an error.</summary>
    /// <param name="container">The container.</param>
    /// <param name="error">The error.</param>
    [Ioctl(IoctlMacro.IO, 21, Name = "VFIO_EEH_PE_OP", Argument = typeof(VfioEehPeOp)), Preset(nameof(VfioEehPeOp.Operation), VfioEehOperation.InjectError)]
    [FailsWith(Errno.ENOTTY, "the container is no sPAPR TCE container: over an iommufd, and with type1, there is no EEH")]
    [FailsWith(Errno.ERANGE, "the kernel does not know the type of the error")]
    [FailsWith(Errno.EINVAL, "the kernel does not know the function of the error")]
    [FailsWith(Errno.EIO, "the firmware refused to inject the error")]
    [After(nameof(SetIommu), VfioExtension.SpaprTceIommu), After(nameof(SetIommu), VfioExtension.SpaprTceV2Iommu)]
    public static partial void InjectEehError(this VfioContainer container, [Field(nameof(VfioEehPeOp.Error))] VfioEehPeErr error);

    /// <summary>Waits while the state is <see cref="EehState.Reset"/>. Other states are returned at once: they last until something is done about them.</summary>
    /// <param name="container">The container.</param>
    /// <param name="patience">How long to wait.</param>
    /// <returns>The state, which is not <see cref="EehState.Reset"/>.</returns>
    /// <exception cref="TimeoutException">The reset was still active when the time was up.</exception>
    /// <exception cref="IoctlException">The state cannot be had.</exception>
#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    public static EehState WaitForEehReset(this VfioContainer container, TimeSpan patience) => EehResetWait.Wait(container.GetEehState, patience);
}

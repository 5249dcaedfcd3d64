namespace IoctlSharp.Idxd;

/// <summary>Why the driver could not enable a device or a work queue: <c>cmd_status</c> in sysfs.</summary>
[KernelConstants("IDXD_SCMD_", Header = "linux/idxd.h")]
public enum IdxdCommandStatus : uint
{
    /// <summary>The device is enabled.</summary>
    DevEnabled = 0x80000010,

    /// <summary>The device is not enabled.</summary>
    DevNotEnabled = 0x80000020,

    /// <summary>The work queue is enabled.</summary>
    WqEnabled = 0x80000021,

    /// <summary>The device cannot be used for DMA.</summary>
    DevDmaErr = 0x80020000,

    /// <summary>The work queue is in no group.</summary>
    WqNoGrp = 0x80030000,

    /// <summary>The work queue has no name.</summary>
    WqNoName = 0x80040000,

    /// <summary>There is no shared virtual memory.</summary>
    WqNoSvm = 0x80050000,

    /// <summary>The shared work queue has no threshold.</summary>
    WqNoThresh = 0x80060000,

    /// <summary>The portal could not be mapped.</summary>
    WqPortalErr = 0x80070000,

    /// <summary>There was no memory for the work queue.</summary>
    WqResAllocErr = 0x80080000,

    /// <summary>There was no memory for its count.</summary>
    PercpuErr = 0x80090000,

    /// <summary>It could not be a DMA channel.</summary>
    DmaChanErr = 0x800a0000,

    /// <summary>Its file could not be made.</summary>
    CdevErr = 0x800b0000,

    /// <summary>The device or the system has no shared work queues.</summary>
    WqNoSwqSupport = 0x800c0000,

    /// <summary>No work queue is set up.</summary>
    WqNoneConfigured = 0x800d0000,

    /// <summary>The work queue has no size.</summary>
    WqNoSize = 0x800e0000,

    /// <summary>The work queue needs privilege.</summary>
    WqNoPriv = 0x800f0000,

    /// <summary>There was no interrupt for the work queue.</summary>
    WqIrqErr = 0x80100000,

    /// <summary>A user's work queue needs the IOMMU.</summary>
    WqUserNoIommu = 0x80110000,

    /// <summary>The event log could not be set up.</summary>
    [Since("6.12")]
    DevEvlErr = 0x80120000,

    /// <summary>The work queue has no driver's name.</summary>
    [Since("6.12")]
    WqNoDrvName = 0x80200000,

    /// <summary>Set where the driver speaks, not the device.</summary>
    SofterrMask = 0x80000000,

    /// <summary>Where the number of the error begins, in bits.</summary>
    SofterrShift = 16,
}

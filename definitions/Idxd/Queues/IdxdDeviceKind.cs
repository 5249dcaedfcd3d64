namespace IoctlSharp.Idxd;

/// <summary>The accelerators that the driver <c>idxd</c> serves.</summary>
public enum IdxdDeviceKind
{
    /// <summary>Data Streaming Accelerator: <c>dsa0</c>. Its descriptors are <see cref="DsaHwDesc"/>.</summary>
    Dsa,

    /// <summary>In-Memory Analytics Accelerator: <c>iax1</c>. Its descriptors are <see cref="IaxHwDesc"/>.</summary>
    Iax,
}

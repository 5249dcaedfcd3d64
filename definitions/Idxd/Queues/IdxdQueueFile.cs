namespace IoctlSharp.Idxd;

/// <summary>The file of a work queue. Opening it gives the process its PASID; closing it waits for what is in flight.</summary>
internal sealed class IdxdQueueFile : DeviceHandle
{
#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    public IdxdQueueFile(string path)
        : base(path)
    {
    }
}

using System;

namespace IoctlSharp.Uacce;

/// <summary>A queue of an accelerator (<c>/dev/hisi_zip-0</c>): opening the file takes one, closing it gives it back. Its regions are mapped once each, at <see cref="UacceRegion"/> pages.</summary>
public sealed class UacceQueue : DeviceHandle
{
    /// <summary>Adopts a file descriptor, as one that was opened before privileges were dropped or was sent over a socket.</summary>
    /// <param name="fd">The file descriptor; -1 for none yet.</param>
    /// <param name="ownsHandle">Whether closing the handle closes the descriptor.</param>
    public UacceQueue(IntPtr fd, bool ownsHandle)
        : base(fd, ownsHandle)
    {
    }

#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    private UacceQueue(string path)
        : base(path)
    {
    }

    /// <summary>Takes a queue.</summary>
    /// <param name="path">The accelerator's file, as <c>/dev/hisi_zip-0</c>.</param>
    /// <exception cref="System.IO.FileNotFoundException">There is no such accelerator.</exception>
    /// <exception cref="UnauthorizedAccessException">The file's permissions forbid it.</exception>
    /// <exception cref="System.IO.IOException">The file cannot be opened; EBUSY when all queues are taken.</exception>
#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    public static UacceQueue Open(string path) => new(path);
}

using System;
using System.IO;
using IoctlSharp;

namespace DefinitionsOnly;

/// <summary>The kernel's random number generator.</summary>
public sealed class EntropySource : DeviceHandle
{
    /// <summary>Adopts a file descriptor.</summary>
    /// <param name="fd">The descriptor.</param>
    /// <param name="ownsHandle">Whether closing this closes it.</param>
    public EntropySource(IntPtr fd, bool ownsHandle)
        : base(fd, ownsHandle)
    {
    }

    /// <summary>Opens it.</summary>
    public EntropySource()
        : base("/dev/urandom", FileAccess.Read)
    {
    }
}

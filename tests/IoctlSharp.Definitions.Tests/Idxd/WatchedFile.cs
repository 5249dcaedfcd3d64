using System;
using System.IO;
using System.Linq;

namespace IoctlSharp.Definitions.Tests.Idxd;

/// <summary>A file that looks, when it is closed, whether a part of it is still mapped.</summary>
internal sealed class WatchedFile : DeviceHandle
{
    private readonly string _path;

    public WatchedFile(string path)
        : base(path) => _path = path;

    /// <summary>The part that is mapped.</summary>
    public MappedRegion? Page { get; set; }

    /// <summary>Whether it was mapped when the file was closed; null while it is open.</summary>
    public bool? WasMappedAtClose { get; private set; }

    public bool IsMapped => File.ReadLines("/proc/self/maps").Any(line => line.EndsWith(_path, StringComparison.Ordinal));

    protected override bool ReleaseHandle()
    {
        WasMappedAtClose = IsMapped;
        return base.ReleaseHandle();
    }
}

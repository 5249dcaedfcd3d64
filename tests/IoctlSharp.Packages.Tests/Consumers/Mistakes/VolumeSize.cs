using System.Runtime.InteropServices;
using IoctlSharp;

namespace Mistakes;

/// <summary>A struct that C pads: its author packed it.</summary>
[KernelStruct("volume_size", Header = "demo.h")]
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public partial struct VolumeSize
{
    /// <summary>The volume.</summary>
    public uint Volume;

    /// <summary>Its size in bytes.</summary>
    public ulong Size;
}

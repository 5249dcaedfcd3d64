using System.Runtime.InteropServices;
using IoctlSharp;

namespace Grill;

/// <summary>C pads behind the first field; this does not.</summary>
[KernelStruct("grill_state", Header = "grill/grill.h"), StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct GrillState
{
    /// <summary>On or off.</summary>
    public uint IsOn;

    /// <summary>How hot.</summary>
    public ulong Celsius;
}

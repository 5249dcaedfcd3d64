using System;

namespace IoctlSharp.Vfio;

/// <summary>What a bind carries.</summary>
[Flags]
[KernelConstants("VFIO_DEVICE_BIND_FLAG_", Header = "linux/vfio.h")]
[Since("7.2")]
public enum VfioBindFlags : uint
{
    /// <summary>The token of a virtual function's owner.</summary>
    Token = 1u << 0,
}

using System;
using IoctlSharp;

namespace Toaster;

/// <summary>Flags; the last is negative in C.</summary>
[Flags, KernelConstants("TOASTER_FLAG_", Header = "toaster/toaster.h")]
public enum ToasterFlags : uint
{
    /// <summary>Thaw first.</summary>
    Thaw = 1u << 0,

    /// <summary>Both sides.</summary>
    BothSides = 1u << 1,

    /// <summary>Whatever happens.</summary>
    Force = 1u << 31,
}

/// <summary>Constants that are no choice.</summary>
[KernelConstants("TOASTER_", Header = "toaster/toaster.h")]
public static class ToasterLimits
{
    /// <summary>The lowest temperature.</summary>
    public const int MinCelsius = -40;

    /// <summary>All of 64 bits.</summary>
    public const ulong Forever = ulong.MaxValue;

    /// <summary>What the driver calls itself.</summary>
    public const string Name = "toaster";
}

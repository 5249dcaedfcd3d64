using System;
using IoctlSharp;

namespace Toaster;

/// <summary>The toaster's commands.</summary>
[IoctlGroup('t', Base = 0x10, Header = "toaster/toaster.h")]
public static partial class ToasterIoctls
{
    /// <summary>Sets the program.</summary>
    [Ioctl(IoctlMacro.IOW, 0, Name = "TOASTER_SET_PROGRAM")]
    public static partial void SetProgram(this ToasterDevice toaster, in ToasterProgram program, [Tail] ReadOnlySpan<ToasterSlice> slices);

    /// <summary>Sets the program, without an exception.</summary>
    [Ioctl(IoctlMacro.IOW, 0, Name = "TOASTER_SET_PROGRAM")]
    public static partial Errno TrySetProgram(this ToasterDevice toaster, in ToasterProgram program);

    /// <summary>Waits for an event: its size differs between 32 and 64 bits.</summary>
    [Ioctl(IoctlMacro.IOR, 1, Name = "TOASTER_WAIT")]
    public static partial ToasterEvent Wait(this ToasterDevice toaster);

    /// <summary>Ejects.</summary>
    [Ioctl(IoctlMacro.IO, 2, Name = "TOASTER_EJECT")]
    public static partial void Eject(int fd);

    /// <summary>A length known when the call is made.</summary>
    [Ioctl(IoctlMacro.IOR, 3, Name = "TOASTER_GET_LABEL")]
    public static partial int GetLabel(this ToasterDevice toaster, Span<byte> label);

    /// <summary>A legacy number.</summary>
    [Ioctl(Name = "TOASTER_BEEP", Number = 0x4b30, NumberOnMips = 0x4b31)]
    public static partial void Beep(this ToasterDevice toaster, int tone);
}

using System.Runtime.InteropServices;
using IoctlSharp;

namespace Toaster;

/// <summary>A 64-bit field behind a 32-bit one, twins of one type, an array, and a tail.</summary>
[KernelStruct("toaster_program", Header = "toaster/toaster.h"), Tail("slices", typeof(ToasterSlice))]
public unsafe partial struct ToasterProgram
{
    [ArgSize] private uint _argsz;

    /// <summary>How it is done.</summary>
    public ToasterFlags Flags;

    /// <summary>When, in nanoseconds; or after how many toasts.</summary>
    [Alias("Toasts")] public ulong Deadline;

    [CString] private fixed byte _label[12];

    [TailCount] private ushort _count;

    [Reserved] private ushort _pad;
}

/// <summary>Bit-fields.</summary>
[KernelStruct("toaster_slice", Header = "toaster/toaster.h")]
public partial struct ToasterSlice
{
    [Bits("Darkness", 5), Bits("Frozen", 1), Bits("", 10), Bits("Millimetres", 16)] private uint _state;

    /// <summary>What it weighs.</summary>
    public ushort Grams;

    [Reserved] private ushort _pad;
}

/// <summary>A named union, an unnamed one with an unnamed struct in it, and a C long.</summary>
[KernelStruct("toaster_event", Header = "toaster/toaster.h")]
public partial struct ToasterEvent
{
    /// <summary>What happened.</summary>
    public uint Kind;

    /// <summary>To what.</summary>
    public ToasterCause Cause;

    /// <summary>Where: a struct without a tag, but with a name.</summary>
    public ToasterPlace Place;

    /// <summary>Further.</summary>
    [Union(Anonymous = true)] public ToasterDetail Detail;

    /// <summary>When.</summary>
    public nint Seconds;
}

/// <summary>A union that has a tag.</summary>
[KernelUnion("toaster_cause", Header = "toaster/toaster.h"), StructLayout(LayoutKind.Explicit)]
public partial struct ToasterCause
{
    /// <summary>A slice.</summary>
    [FieldOffset(0)] public ToasterSlice Slice;

    /// <summary>A wire.</summary>
    [FieldOffset(0)] public byte Wire;
}

/// <summary>A union without one.</summary>
[KernelUnion(Header = "toaster/toaster.h"), StructLayout(LayoutKind.Explicit)]
public partial struct ToasterDetail
{
    /// <summary>A temperature.</summary>
    [FieldOffset(0)] public ToasterHeat Heat;

    /// <summary>A code.</summary>
    [FieldOffset(0)] public ushort Code;

    [FieldOffset(0), Bits("Lever", 1), Bits("Level", 7), Bits("", 8)] private ushort _switches;
}

/// <summary>A struct without a name.</summary>
[KernelStruct(Anonymous = true, Header = "toaster/toaster.h")]
public partial struct ToasterHeat
{
    /// <summary>In kelvin.</summary>
    public uint Kelvin;

    /// <summary>Where.</summary>
    public byte Slot;
}

/// <summary>A struct without a tag.</summary>
[KernelStruct(Header = "toaster/toaster.h")]
public partial struct ToasterPlace
{
    /// <summary>The slot.</summary>
    public ushort Slot;

    /// <summary>The depth.</summary>
    public ushort Depth;
}

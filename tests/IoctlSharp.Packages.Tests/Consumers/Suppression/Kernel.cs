using System;
using IoctlSharp;

namespace Suppression;

[KernelStruct("kernel_queue")]
public partial struct KernelQueue
{
    [ArgSize] private uint _argsz;
    private uint _filled;
    private ulong _size;
    public int Int;

    public readonly uint Filled => _filled;

    public void Resize(ulong size) => _size = size;
}

[KernelStruct("kernel_answer")]
public partial struct KernelAnswer
{
    private readonly uint _value;

    public readonly uint Twice => _value * 2;
}

[KernelConstants("KERNEL_FLAG_")]
public enum KernelFlags : byte
{
    Int = 1,
    Reserved = 2,
    Last = 4,
    Same = 4,
}

[Flags, KernelConstants("KERNEL_MASK_")]
public enum KernelMask : uint
{
    None = 0,
    First = 1,
    All = 7,
}

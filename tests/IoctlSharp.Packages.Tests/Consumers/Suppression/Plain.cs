using System;

namespace Suppression;

public struct PlainQueue
{
    private uint _argsz;
    private uint _filled;
    private ulong _size;
    public int Int;

    public readonly uint Filled => _filled;

    public void Resize(ulong size) => _size = size;
}

public struct PlainAnswer
{
    private readonly uint _value;

    public readonly uint Twice => _value * 2;
}

public enum PlainFlags : byte
{
    Int = 1,
    Reserved = 2,
    Last = 4,
    Same = 4,
}

[Flags]
public enum PlainMask : uint
{
    None = 0,
    First = 1,
    All = 7,
}

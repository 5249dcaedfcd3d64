using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using IoctlSharp.Interop;

namespace IoctlSharp.Runtime.Tests.Interop;

/// <summary>Plays the kernel's side of a call, and notes the size field of each.</summary>
internal sealed unsafe class FakeKernel(Func<FakeKernel, int> answer) : IArgumentCall
{
    private byte* _argument;

    public List<uint> Sizes { get; } = [];

    public int Invoke(byte* argument)
    {
        _argument = argument;
        Sizes.Add(U32(0));
        return answer(this);
    }

    public uint U32(int offset) => Unsafe.ReadUnaligned<uint>(_argument + offset);

    public ulong U64(int offset) => Unsafe.ReadUnaligned<ulong>(_argument + offset);

    public int SetU32(int offset, uint value, int result = 0)
    {
        Unsafe.WriteUnaligned(_argument + offset, value);
        return result;
    }

    public ulong Integer(int offset, int width) => width switch
    {
        1 => _argument[offset],
        2 => Unsafe.ReadUnaligned<ushort>(_argument + offset),
        4 => U32(offset),
        _ => U64(offset),
    };

    public void SetInteger(int offset, int width, byte value)
    {
        Unsafe.InitBlockUnaligned(_argument + offset, 0, (uint)width);
        _argument[BitConverter.IsLittleEndian ? offset : offset + width - 1] = value;
    }

    public bool TailIsZero(int offset) => new ReadOnlySpan<byte>(_argument + offset, (int)U32(0) - offset).IndexOfAnyExcept((byte)0) < 0;

    public void Fill(int offset, int length, byte value) => new Span<byte>(_argument + offset, length).Fill(value);

    public void FillAt(ulong address, int length, byte value) => new Span<byte>((void*)address, length).Fill(value);
}

using System;
using System.Runtime.CompilerServices;

namespace IoctlSharp.Interop;

/// <summary>
/// The kernel says how much room the answer needs; the call is made again with that room. Where the size, the count and the elements
/// stand is data; the rounds are the same for all of the kernel's protocols.
/// </summary>
internal readonly unsafe struct AskAgainProtocol
{
    private const int MaxRounds = 8;

    // No answer of any driver comes near; a larger one is a broken driver, not a reason to allocate.
    private const int MaxSize = 64 << 20;

    private const int Absent = -1;

    private readonly Errno _error;
    private readonly int _argSizeOffset;
    private readonly int _countOffset;
    private readonly int _countSize;
    private readonly int _pointerOffset;
    private readonly int _pointerSize;
    private readonly int _tailOffset;
    private readonly int _elementSize;

    private AskAgainProtocol(Errno error, int argSizeOffset, int countOffset, int countSize, int pointerOffset, int pointerSize, int tailOffset, int elementSize)
    {
        _error = error;
        _argSizeOffset = argSizeOffset;
        _countOffset = countOffset;
        _countSize = countSize;
        _pointerOffset = pointerOffset;
        _pointerSize = pointerSize;
        _tailOffset = tailOffset;
        _elementSize = elementSize;
    }

    // Success with a larger argsz: the "elements" are the bytes behind the struct.
    public static AskAgainProtocol ByArgSize(int argSizeOffset, int headerSize) =>
        new(Errno.None, argSizeOffset, Absent, 0, Absent, 0, headerSize, 1);

    public static AskAgainProtocol ByCount(Errno error, int argSizeOffset, int countOffset, int countSize, int tailOffset, int elementSize) =>
        new(error, argSizeOffset, countOffset, countSize, Absent, 0, tailOffset, elementSize);

    // The array stands behind the struct in the same bytes, aligned for any element.
    public static AskAgainProtocol ByArray(
        Errno error, int argSizeOffset, int countOffset, int countSize, int pointerOffset, int pointerSize, int headerSize, int elementSize) =>
        new(error, argSizeOffset, countOffset, countSize, pointerOffset, pointerSize, (headerSize + 7) & ~7, elementSize);

    public int Run<T, TCall>(TCall call, in T initial, out KernelBuffer<T> buffer)
        where T : unmanaged
        where TCall : IArgumentCall
    {
        buffer = default;
        int room = 0;
        for (int round = 0; round < MaxRounds; round++)
        {
            int size = Math.Max(sizeof(T), _tailOffset + (room * _elementSize));
            byte[] bytes = new byte[size]; // zero: each round starts afresh
            int result;
            fixed (byte* pointer = bytes)
            {
                Unsafe.WriteUnaligned(pointer, initial);
                Prepare(pointer, sizeof(T), size, room);
                result = call.Invoke(pointer);
                if (_pointerOffset != Absent)
                    PointerField.Write(pointer + _pointerOffset, _pointerSize, null);

                bool asksForMore = IoctlCall.IsError(result) && _error != Errno.None && IoctlCall.ErrorOf(result) == _error;
                if (IoctlCall.IsError(result) && !asksForMore)
                    return result;

                ulong wanted = Wanted(pointer);
                if (wanted <= (ulong)room)
                {
                    // An error that asks for no more than there was is an error.
                    if (!asksForMore)
                        buffer = new KernelBuffer<T>(bytes, Math.Max(sizeof(T), _tailOffset + ((int)wanted * _elementSize)), _tailOffset);
                    return result;
                }

                if (wanted > (ulong)((MaxSize - _tailOffset) / _elementSize))
                    return -(int)Errno.EOVERFLOW;
                room = (int)wanted;
            }
        }

        return -(int)Errno.EAGAIN;
    }

    private void Prepare(byte* argument, int headerSize, int size, int room)
    {
        if (_argSizeOffset != Absent)
            Unsafe.WriteUnaligned(argument + _argSizeOffset, (uint)(_pointerOffset == Absent ? size : headerSize));
        if (_countOffset != Absent)
            WriteCount(argument + _countOffset, (ulong)room);
        if (_pointerOffset != Absent)
            PointerField.Write(argument + _pointerOffset, _pointerSize, room == 0 ? null : argument + _tailOffset);
    }

    // The elements that the kernel has, by its own account: never fewer than none, whatever it wrote.
    private ulong Wanted(byte* argument)
    {
        if (_countOffset != Absent)
            return ReadCount(argument + _countOffset);
        uint size = Unsafe.ReadUnaligned<uint>(argument + _argSizeOffset);
        return size <= (uint)_tailOffset ? 0 : size - (uint)_tailOffset;
    }

    private void WriteCount(byte* field, ulong count)
    {
        switch (_countSize)
        {
            case 1:
                *field = checked((byte)count);
                break;
            case 2:
                Unsafe.WriteUnaligned(field, checked((ushort)count));
                break;
            case 4:
                Unsafe.WriteUnaligned(field, (uint)count);
                break;
            default:
                Unsafe.WriteUnaligned(field, count);
                break;
        }
    }

    private ulong ReadCount(byte* field) => _countSize switch
    {
        1 => *field,
        2 => Unsafe.ReadUnaligned<ushort>(field),
        4 => Unsafe.ReadUnaligned<uint>(field),
        _ => Unsafe.ReadUnaligned<ulong>(field),
    };
}

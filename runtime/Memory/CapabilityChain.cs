using System;
using System.IO;
using System.Runtime.InteropServices;

namespace IoctlSharp;

/// <summary>
/// The capabilities in an answer of the kernel: <c>struct vfio_info_cap_header { __u16 id; __u16 version; __u32 next; }</c>, chained by offsets from
/// the start of the answer, in any order. The whole chain is checked before the first is given out: it lies within the answer, is aligned, and has an end.
/// </summary>
public readonly ref struct CapabilityChain
{
    internal const int HeaderSize = 8;

    // Kernels before 6.6 did not align capabilities to 8; none ever stood on an odd word.
    private const uint Alignment = 4;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly uint _first;

    /// <summary>A chain.</summary>
    /// <param name="bytes">The answer.</param>
    /// <param name="offset">The offset of the first capability from the start of the answer, in bytes; 0 for none.</param>
    public CapabilityChain(ReadOnlySpan<byte> bytes, uint offset)
    {
        _bytes = bytes;
        _first = offset;
    }

    /// <summary>There is no capability.</summary>
    public bool IsEmpty => _first == 0;

    /// <summary>Looks for a capability.</summary>
    /// <param name="id">Its id; what it means depends on the command.</param>
    /// <param name="capability">The first with that id.</param>
    /// <param name="version">The version that the caller knows.</param>
    /// <returns>False when there is none with that id.</returns>
    /// <exception cref="InvalidDataException">The chain is broken, or the capability has another version.</exception>
    public bool TryFind(ushort id, out Capability capability, ushort version = 1)
    {
        foreach (Capability candidate in this)
        {
            if (candidate.Id != id)
                continue;
            if (candidate.Version != version)
                throw new InvalidDataException($"Capability {id} at offset {candidate.Offset} has version {candidate.Version}, and the caller knows version {version}: its layout is not known.");
            capability = candidate;
            return true;
        }

        capability = default;
        return false;
    }

    /// <summary>Enumerates the capabilities in the kernel's order.</summary>
    /// <exception cref="InvalidDataException">The chain is broken; the message names the offset.</exception>
    public Enumerator GetEnumerator()
    {
        Check();
        return new Enumerator(_bytes, _first);
    }

    // Brent's cycle search: no memory, and at most three times as many steps as the chain has links.
    private void Check()
    {
        uint landmark = 0;
        int steps = 0;
        int limit = 1;
        for (uint offset = _first; offset != 0; offset = Next(_bytes, offset))
        {
            CheckHeader(offset);
            if (offset == landmark)
                throw new InvalidDataException($"The chain of capabilities comes back to offset {offset}: it has no end.");
            if (++steps == limit)
            {
                landmark = offset;
                limit *= 2;
                steps = 0;
            }
        }
    }

    private void CheckHeader(uint offset)
    {
        if (offset % Alignment != 0)
            throw new InvalidDataException($"A capability at offset {offset} is not aligned to {Alignment} bytes.");
        if (offset > (ulong)_bytes.Length || (ulong)_bytes.Length - offset < HeaderSize)
            throw new InvalidDataException($"A capability at offset {offset} does not lie within the {_bytes.Length} bytes that the kernel gave.");
    }

    private static uint Next(ReadOnlySpan<byte> bytes, uint offset) => MemoryMarshal.Read<uint>(bytes.Slice((int)offset + 4));

    /// <summary>Goes through a checked chain.</summary>
    public ref struct Enumerator
    {
        private readonly ReadOnlySpan<byte> _bytes;
        private readonly uint _first;
        private uint _next;
        private uint _current;

        internal Enumerator(ReadOnlySpan<byte> bytes, uint first)
        {
            _bytes = bytes;
            _first = first;
            _next = first;
            _current = 0;
        }

        /// <summary>The capability.</summary>
        public readonly Capability Current => new(_bytes, (int)_current, End());

        /// <summary>Goes on to the next.</summary>
        public bool MoveNext()
        {
            if (_next == 0)
                return false;
            _current = _next;
            _next = Next(_bytes, _current);
            return true;
        }

        // A capability does not say how long it is: it ends where another begins, or with the answer.
        private readonly int End()
        {
            uint end = (uint)_bytes.Length;
            for (uint offset = _first; offset != 0; offset = Next(_bytes, offset))
            {
                if (offset > _current && offset < end)
                    end = offset;
            }

            if (end - _current < HeaderSize)
                throw new InvalidDataException($"The capabilities at offsets {_current} and {end} overlap.");
            return (int)end;
        }
    }
}

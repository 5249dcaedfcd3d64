using System.Collections.Generic;
using IoctlSharp.Vfio;

namespace IoctlSharp.Spapr.Tests;

/// <summary>A device that answers as it is told: the emulated one never answers all ones.</summary>
internal sealed class SubstitutedReader : IEehReader
{
    public uint Value { get; set; }

    public Errno Error { get; set; }

    public EehState State { get; set; }

    public List<(VfioPciRegion Region, ulong Offset)> Reads { get; } = [];

    public int StatesAsked { get; private set; }

    public Errno Read(VfioPciRegion region, ulong offset, out uint value)
    {
        Reads.Add((region, offset));
        value = Value;
        return Error;
    }

    public EehState ReadState()
    {
        StatesAsked++;
        return State;
    }
}

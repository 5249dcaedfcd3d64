using System;
using System.Collections.Generic;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Layout;

/// <summary>The bytes of a type that some member owns, as runs; ascending and merged once sealed.</summary>
internal sealed class ByteRuns
{
    /// <summary>More separate runs than this are no argument of a system call, and would make the emitted clearing code absurd.</summary>
    internal const int Limit = 1 << 13;

    private readonly List<(int Start, int End)> _runs = [];

    internal static ByteRuns Of(int size)
    {
        var runs = new ByteRuns();
        if (size > 0)
            runs._runs.Add((0, size));
        return runs;
    }

    /// <summary>Adds the runs of a member that stands at an offset. False when there are too many.</summary>
    internal bool TryAdd(ByteRuns member, long offset)
    {
        if (_runs.Count + member._runs.Count > Limit)
            return false;
        foreach ((int start, int end) in member._runs)
            _runs.Add((Clamp(offset + start), Clamp(offset + end)));
        return true;
    }

    /// <summary>Adds the runs of every element of an array that stands at offset 0. False when there are too many.</summary>
    internal bool TryAddElements(ByteRuns element, int length, int stride)
    {
        if (length == 0 || element._runs.Count == 0)
            return true;
        if (element._runs.Count == 1 && element._runs[0] == (0, stride))
        {
            _runs.Add((0, Clamp((long)length * stride)));
            return true;
        }
        if ((long)element._runs.Count * length > Limit)
            return false;
        for (int i = 0; i < length; i++)
            TryAdd(element, (long)i * stride);
        return true;
    }

    internal void Seal()
    {
        _runs.Sort();
        int last = -1;
        foreach ((int start, int end) in _runs.ToArray())
        {
            if (last >= 0 && start <= _runs[last].End)
                _runs[last] = (_runs[last].Start, Math.Max(_runs[last].End, end));
            else
                _runs[++last] = (start, end);
        }
        _runs.RemoveRange(last + 1, _runs.Count - last - 1);
    }

    /// <summary>What is left of <paramref name="size"/> bytes.</summary>
    internal EquatableArray<Hole> HolesIn(int size)
    {
        var holes = new List<Hole>();
        int next = 0;
        foreach ((int start, int end) in _runs)
        {
            if (start > next)
                holes.Add(new Hole(next, start - next));
            next = end;
        }
        if (size > next)
            holes.Add(new Hole(next, size - next));
        return holes;
    }

    private static int Clamp(long offset) => (int)Math.Min(offset, int.MaxValue);
}

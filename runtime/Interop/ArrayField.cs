using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IoctlSharp.Interop;

/// <summary>
/// An array field by its first element, where a span over a field is not safe to hand out (netstandard2.0, C# before 11). Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ArrayField
{
    /// <summary>One element.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public static T Get<T>(ref T first, int length, int index)
        where T : unmanaged
    {
        CheckIndex(length, index);
        return Unsafe.Add(ref first, index);
    }

    /// <summary>Sets one element.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public static void Set<T>(ref T first, int length, int index, T value)
        where T : unmanaged
    {
        CheckIndex(length, index);
        Unsafe.Add(ref first, index) = value;
    }

    /// <summary>Sets the first elements and zeroes the rest.</summary>
    /// <exception cref="ArgumentException">The source is longer than the array.</exception>
    public static void Set<T>(ref T first, int length, ReadOnlySpan<T> source)
        where T : unmanaged
    {
        if (source.Length > length)
            throw new ArgumentException($"The array has {length} elements, and {source.Length} were given: nothing is cut.", nameof(source));
        for (int i = 0; i < length; i++)
            Unsafe.Add(ref first, i) = i < source.Length ? source[i] : default;
    }

    /// <summary>Copies the elements.</summary>
    /// <exception cref="ArgumentException">The destination is shorter than the array.</exception>
    public static void CopyTo<T>(ref T first, int length, Span<T> destination)
        where T : unmanaged
    {
        if (destination.Length < length)
            throw new ArgumentException($"The array has {length} elements, and the destination {destination.Length}.", nameof(destination));
        for (int i = 0; i < length; i++)
            destination[i] = Unsafe.Add(ref first, i);
    }

    internal static byte[] Bytes<T>(ref T first, int count)
        where T : unmanaged
    {
        T[] copy = new T[count];
        CopyTo(ref first, count, copy);
        return MemoryMarshal.AsBytes(copy.AsSpan()).ToArray();
    }

    private static void CheckIndex(int length, int index)
    {
        if ((uint)index >= (uint)length)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"The array has {length} elements.");
    }
}

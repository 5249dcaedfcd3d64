using System;
using System.ComponentModel;

namespace IoctlSharp.Interop;

/// <summary>Lengths that the kernel takes for granted: it reads and writes behind the end of what is shorter. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SpanGuard
{
    private const int BitsOfWord = 64;
    private const int BytesOfWord = 8;

    /// <summary>Refuses any other length.</summary>
    /// <param name="length">The length of the span in elements.</param>
    /// <param name="required">What the kernel takes.</param>
    /// <param name="parameterName">The span.</param>
    /// <exception cref="ArgumentException">It has another length.</exception>
    public static void RequireExactly(int length, int required, string parameterName)
    {
        if (length != required)
            throw new ArgumentException($"The kernel takes exactly {required} elements, not {length}.", parameterName);
    }

    /// <summary>Refuses a shorter length.</summary>
    /// <param name="length">The length of the span in elements.</param>
    /// <param name="required">What the kernel takes.</param>
    /// <param name="parameterName">The span.</param>
    /// <exception cref="ArgumentException">It is shorter.</exception>
    public static void RequireAtLeast(int length, ulong required, string parameterName)
    {
        if ((ulong)length < required)
            throw new ArgumentException($"The kernel takes {required} elements, and there are {length}.", parameterName);
    }

    /// <summary>Refuses a bitmap that does not have a bit for each page.</summary>
    /// <param name="bytes">The length of the bitmap in bytes.</param>
    /// <param name="length">The size of the range in bytes.</param>
    /// <param name="pageSize">The bytes that a bit stands for.</param>
    /// <param name="parameterName">The bitmap.</param>
    /// <exception cref="ArgumentException">It has too few bits, or a page has no bytes.</exception>
    public static void RequireBitPerPage(long bytes, ulong length, ulong pageSize, string parameterName)
    {
        if (pageSize == 0)
            throw new ArgumentException("A bit cannot stand for a page of 0 bytes.", parameterName);
        if ((ulong)bytes < BitmapSize(length, pageSize))
            throw new ArgumentException($"{length} bytes in pages of {pageSize} need a bitmap of {BitmapSize(length, pageSize)} bytes, and this one has {bytes}.", parameterName);
    }

    /// <summary>Whether a bitmap has a bit for each page: for calls that never throw.</summary>
    /// <param name="bytes">The length of the bitmap in bytes.</param>
    /// <param name="length">The size of the range in bytes.</param>
    /// <param name="pageSize">The bytes that a bit stands for.</param>
    public static bool HasBitPerPage(long bytes, ulong length, ulong pageSize) => pageSize != 0 && (ulong)bytes >= BitmapSize(length, pageSize);

    // The kernel writes whole words: DIRTY_BITMAP_BYTES of vfio_iommu_type1.c, iova_bitmap.c.
    private static ulong BitmapSize(ulong length, ulong pageSize) => Quotient(Quotient(length, pageSize), BitsOfWord) * BytesOfWord;

    private static ulong Quotient(ulong dividend, ulong divisor) => dividend / divisor + (dividend % divisor == 0 ? 0u : 1u);
}

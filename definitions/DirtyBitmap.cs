using System;

namespace IoctlSharp;

/// <summary>The bitmaps that the kernel fills with dirty pages: it writes as many words as the range has pages, whatever the caller has.</summary>
internal static class DirtyBitmap
{
    private const int BitsOfWord = 64;

    public static void Check(ulong length, ulong pageSize, int words)
    {
        if (pageSize == 0 || (pageSize & (pageSize - 1)) != 0)
            throw new ArgumentOutOfRangeException(nameof(pageSize), pageSize, "A page size is a power of two.");
        ulong pages = length / pageSize + (length % pageSize == 0 ? 0u : 1u);
        ulong needed = pages / BitsOfWord + (pages % BitsOfWord == 0 ? 0u : 1u);
        if ((ulong)words < needed)
            throw new ArgumentException($"{length} bytes have {pages} pages of {pageSize} bytes: the bitmap needs {needed} words, not {words}.", "bitmap");
    }
}

using System;
using System.Threading;

namespace IoctlSharp.Idxd;

/// <summary>
/// Tells a process from its children for the price of a load: a byte that the kernel clears in a child. A child has neither the portal, which the driver does not let it inherit,
/// nor the PASID: what it submitted would be a fault, or be refused.
/// </summary>
internal static unsafe class ForkMark
{
    private static readonly Lazy<IntPtr> s_mark = new(Make, LazyThreadSafetyMode.ExecutionAndPublication);

    public static byte* Address => (byte*)s_mark.Value;

    public static bool IsForked(byte* mark) => Volatile.Read(ref *mark) == 0;

    private static IntPtr Make()
    {
        nuint length = (nuint)Environment.SystemPageSize;
        byte* page = PageMemory.Map(length);
        PageMemory.WipeOnFork(page, length);
        *page = 1;
        return (IntPtr)page;
    }
}

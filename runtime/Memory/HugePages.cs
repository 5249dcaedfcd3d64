using System.IO;
using IoctlSharp.Interop;

namespace IoctlSharp;

/// <summary>Anonymous memory, of huge pages on demand.</summary>
internal static unsafe class HugePages
{
    private const nint Failed = -1;

    // pageSize 0: the machine's own.
    public static nint Map(nuint size, ulong pageSize)
    {
        int flags = LinuxFlags.MapPrivate | LinuxFlags.MapAnonymous;
        if (pageSize != 0)
            flags |= LinuxFlags.MapHugeTlb | (Log2(pageSize) << LinuxFlags.MapHugeShift);
        nint address = MappedMemory.Map(size, LinuxFlags.ProtRead | LinuxFlags.ProtWrite, flags, fd: -1, offset: 0);
        return address != Failed ? address : throw Failure(size, pageSize, LastError.Read());
    }

    private static IOException Failure(ulong size, ulong pageSize, Errno error)
    {
        if (pageSize == 0)
            return LastError.Failure($"Allocating {size} bytes (mmap)", error);

        string folder = $"/sys/kernel/mm/hugepages/hugepages-{pageSize >> 10}kB";
        return LastError.Failure(
            $"Allocating {size} bytes of huge pages of {pageSize >> 10} KiB (mmap)", error,
            error switch
            {
                Errno.ENOMEM => $"too few are free: write the number wanted (here {size / pageSize} more) to {folder}/nr_hugepages",
                Errno.EINVAL or Errno.ENODEV or Errno.ENOENT => "this machine's kernel has no huge pages of that size: /sys/kernel/mm/hugepages lists the sizes it has",
                Errno.EPERM or Errno.EACCES => "this user may not use huge pages: see /proc/sys/vm/hugetlb_shm_group",
                _ => null,
            });
    }

    private static int Log2(ulong value)
    {
        int log = 0;
        while (value > 1)
        {
            value >>= 1;
            log++;
        }

        return log;
    }
}

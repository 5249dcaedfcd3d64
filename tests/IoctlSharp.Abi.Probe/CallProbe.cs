using System;
using System.IO;
using IoctlSharp.Abi.Probe.Declarations;
using IoctlSharp.Vfio;

namespace IoctlSharp.Abi.Probe;

/// <summary>Calls that only a right number and a right layout bring through, and calls that are refused ahead.</summary>
internal static class CallProbe
{
    public static void Print(TextWriter output)
    {
        using (Terminal master = new("/dev/ptmx"))
        {
            master.GetNumber(out uint number);
            master.SetLock(0);
            using Terminal peer = new($"/dev/pts/{number}");
            master.SetWindowSize(new WindowSize { Row = 43, Col = 132, Width = 1000, Height = 2000 });
            output.WriteLine($"call\tTIOCGWINSZ\t{peer.GetWindowSize()}");
        }

        // A file has as many bytes to read as lie behind its position: none of them was read.
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, new byte[300]);
        using (Terminal file = new(path))
        {
            file.GetReadable(out int readable);
            output.WriteLine($"call\tFIONREAD\t{readable}");
        }

        File.Delete(path);
        using Terminal @null = new("/dev/null");
        using VfioContainer notOne = new(@null.DangerousGetHandle(), ownsHandle: false);
        VfioBitmap bitmap = new() { PageSize = 4096 };
        Report(output, "vfio_bitmap", () => notOne.SendBitmap(bitmap));
        Report(output, "vfio_bitmap, never throwing", () => Throw(notOne.TrySendBitmap(bitmap)));
        Report(output, "VFIO_IOMMU_DIRTY_PAGES", () => notOne.GetDirtyPages(0, 4096, 4096, new ulong[1]));
        Report(output, "VFIO_IOMMU_UNMAP_DMA", () => _ = notOne.UnmapDmaAndGetDirtyPages(0, 4096, 4096, new ulong[1]));
        Report(output, "capability", ReadCapability);
        Report(output, "probe_misaligned", () => notOne.SendMisaligned(new Misaligned { Start = 1 }));
        Report(output, "probe_even", () => notOne.SendEven(new Even { Start = 1 }));
    }

    // As the kernel gives it: behind eight bytes of something else, id 2, version 1, the last of its chain.
    private static void ReadCapability()
    {
        byte[] answer = new byte[64];
        BitConverter.GetBytes((ushort)2).CopyTo(answer, 8);
        BitConverter.GetBytes((ushort)1).CopyTo(answer, 10);
        new CapabilityChain(answer, 8).TryFind(2, out Capability capability);
        capability.Read<VfioIommuType1InfoCapMigration>();
    }

    private static void Report(TextWriter output, string what, Action call)
    {
        try
        {
            call();
            output.WriteLine($"refusal\t{what}\tnone");
        }
        catch (IoctlException exception)
        {
            output.WriteLine($"refusal\t{what}\t{exception.Error}");
        }
        catch (PlatformNotSupportedException exception)
        {
            output.WriteLine($"refusal\t{what}\t{exception.Message}");
        }
    }

    private static void Throw(Errno errno)
    {
        if (errno == Errno.EOPNOTSUPP)
            throw new PlatformNotSupportedException("EOPNOTSUPP");
        throw IoctlException.For(ProbeIoctls.Commands.PROBE_SEND_BITMAP, -(int)errno);
    }
}

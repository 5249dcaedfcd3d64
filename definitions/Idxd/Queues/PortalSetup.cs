using System;
using System.IO;

namespace IoctlSharp.Idxd;

/// <summary>What a portal is made of.</summary>
#if NET
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
internal sealed class PortalSetup(string name, DeviceHandle file, IdxdSubmission submission, MappedRegion? page, IntPtr code, int places, int retries)
{
    // IDXD_ENQCMDS_RETRIES of the driver, before it had an attribute of that name.
    private const int DefaultRetries = 32;

    public string Name => name;

    public DeviceHandle File => file;

    public IdxdSubmission Submission => submission;

    /// <summary>One page, to write only; null where descriptors are written to the file.</summary>
    public MappedRegion? Page => page;

    /// <summary>See <see cref="CodePage"/>.</summary>
    public IntPtr Code => code;

    /// <summary>How many operations may be in flight; 0 where the device says when it is full.</summary>
    public int Places => places;

    public int Retries => retries;

    public static PortalSetup Open(IdxdWorkQueue queue, IdxdDeviceKind kind, int? retries)
        => Open(queue ?? throw new ArgumentNullException(nameof(queue)), kind, retries, queue.DevicePath, IdxdInstructions.HasEnqcmd, IdxdInstructions.HasMovdir64B);

    internal static PortalSetup Open(IdxdWorkQueue queue, IdxdDeviceKind kind, int? retries, string path, bool hasEnqcmd, bool hasMovdir64B)
    {
        if (retries < 0)
            throw new ArgumentOutOfRangeException(nameof(retries), retries, "A number of retries cannot be negative.");
        IdxdDevice device = queue.Device;
        if (device.Kind != kind)
            throw new ArgumentException($"{queue} is a queue of {device}, whose descriptors are {device.Kind}HwDesc: open it with {device.Kind}Portal.", nameof(queue));
        queue.ThrowIfNotUsable();

        bool isDedicated = queue.Mode == IdxdQueueMode.Dedicated;
        if (!(isDedicated ? hasMovdir64B : hasEnqcmd))
        {
            throw new PlatformNotSupportedException(isDedicated
                ? $"{queue} is a dedicated queue, and this process cannot use MOVDIR64B: the processor does not have it (CPUID.7.0:ECX bit 28), or this is no 64-bit x86 process."
                : $"{queue} is a shared queue, and this process cannot use ENQCMD: the processor does not have it (CPUID.7.0:ECX bit 29), or this is no 64-bit x86 process.");
        }

        int places = isDedicated ? checked((int)queue.Size) : 0;
        int attempts = retries ?? (int)(queue.EnqcmdsRetries ?? DefaultRetries);
        IntPtr code = isDedicated ? CodePage.Movdir64B : CodePage.Enqcmd;
        DeviceHandle file = new IdxdQueueFile(path);
        try
        {
            MappedRegion? page = TryMap(file);
            IdxdSubmission submission = page is null ? IdxdSubmission.Write : isDedicated ? IdxdSubmission.Movdir64B : IdxdSubmission.Enqcmd;
            return new PortalSetup(queue.Name, file, submission, page, code, places, attempts);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    // The limited portal, whatever offset is asked for. EPERM: the device is one of INTEL-SA-01084, and the process lacks CAP_SYS_RAWIO.
    private static MappedRegion? TryMap(DeviceHandle file)
    {
        try
        {
            return file.Map(0, (ulong)Environment.SystemPageSize, FileAccess.Write);
        }
        catch (IOException exception) when ((Errno)exception.HResult == Errno.EPERM)
        {
            return null;
        }
    }
}

using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using IoctlSharp.Tests;
using IoctlSharp.Vfio;
using IoctlSharp.Vfio.Tests;
using Microsoft.Win32.SafeHandles;
using Shouldly;
using Xunit;

namespace IoctlSharp.Iommu.Tests;

/// <summary>A program hands its iommufd to its successor, and with it the account of what is pinned.</summary>
public sealed class ChangeProcessTests
{
    private const string OriginalVariable = "IOCTLSHARP_ORIGINAL_IOMMUFD";
    private const long FileKilobytes = 256;
    private const IommuIoasMapFlags FixedReadWrite = IommuIoasMapFlags.FixedIova | IommuIoasMapFlags.Readable | IommuIoasMapFlags.Writeable;

    [Fact]
    public void Memory_that_is_no_file_stays_with_its_process()
    {
        using OpenCdev open = new(GuestDevices.RootEdu);
        using DmaBuffer memory = new(4096);
        open.Iommufd.ChangeProcess();
        open.Iommufd.MapMemory(new() { IoasId = open.Attach(), Flags = FixedReadWrite, UserVa = memory.Address, Length = memory.Size, Iova = 4096 });
        IoctlException failure = Should.Throw<IoctlException>(() => open.Iommufd.ChangeProcess());
        failure.Error.ShouldBe(Errno.EINVAL);
        failure.Message.ShouldContain("memory is mapped that is no file");
    }

    [Fact]
    [Covers("IOMMU_IOAS_CHANGE_PROCESS")]
    public void The_account_of_a_mapped_file_moves_to_the_process_that_asks_for_it()
    {
        using OpenCdev open = new(GuestDevices.RootEdu);
        using SafeFileHandle file = MemoryFile.Create(new byte[FileKilobytes * 1024]);
        long before = PinnedKilobytes();
        // What a process with CAP_IPC_LOCK pins is on no account that could move.
        using (new OrdinaryThread(limit: 8 << 20))
            open.Iommufd.MapFile(new() { IoasId = open.Attach(), Flags = FixedReadWrite, Length = FileKilobytes * 1024, Iova = 0x1000000 }, file);
        (PinnedKilobytes() - before).ShouldBe(FileKilobytes);

        ProcessStartInfo start = new(Environment.ProcessPath!, [typeof(ChangeProcessTests).Assembly.Location, "-noLogo", "-noColor", "-method", $"*.{nameof(The_second_process)}"]);
        start.Environment[OriginalVariable] = $"{Environment.ProcessId} {open.Iommufd.DangerousGetHandle()}";
        start.RedirectStandardOutput = true;
        using Process second = Process.Start(start)!;
        string output = second.StandardOutput.ReadToEnd();
        second.WaitForExit();
        second.ExitCode.ShouldBe(0, output);
        output.ShouldContain("Total: 1, Errors: 0, Failed: 0, Skipped: 0");
        PinnedKilobytes().ShouldBe(before);

        // The mapping is there as before, and its account can come back.
        open.Iommufd.ChangeProcess();
        (PinnedKilobytes() - before).ShouldBe(FileKilobytes);
    }

    [Fact]
    [Trait("Role", "second-process")]
    public void The_second_process()
    {
        string[] original = Environment.GetEnvironmentVariable(OriginalVariable)!.Split(' ');
        using SafeFileHandle process = new((nint)Syscall(PidfdOpen, long.Parse(original[0], CultureInfo.InvariantCulture), 0, 0), ownsHandle: true);
        using Iommufd iommufd = new((nint)Syscall(PidfdGetfd, process.DangerousGetHandle(), long.Parse(original[1], CultureInfo.InvariantCulture), 0), ownsHandle: true);
        iommufd.IsInvalid.ShouldBeFalse();
        PinnedKilobytes().ShouldBe(0);
        iommufd.ChangeProcess();
        PinnedKilobytes().ShouldBe(FileKilobytes);
    }

    private const long PidfdOpen = 434;
    private const long PidfdGetfd = 438;

    private static long PinnedKilobytes()
    {
        string line = File.ReadLines("/proc/self/status").Single(line => line.StartsWith("VmPin:", StringComparison.Ordinal));
        return long.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    [DllImport("libc", EntryPoint = "syscall")]
    private static extern long Syscall(long number, long first, long second, long third);
}

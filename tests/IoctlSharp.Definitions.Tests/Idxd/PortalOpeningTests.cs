using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using IoctlSharp.Idxd;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Idxd;

/// <summary>What opening a queue refuses, and what it makes of the queue; with files in memory where <c>/dev/dsa</c> would be.</summary>
[Collection(nameof(FakePortal))]
public sealed unsafe partial class PortalOpeningTests : IDisposable
{
    private readonly FakePortal _file = new();
    private readonly FakeIdxd _sysfs = new();

    public PortalOpeningTests()
    {
        _sysfs.AddDevice("dsa0");
        _sysfs.AddQueue("dsa0", "wq0.0", "dedicated");
        _sysfs.AddQueue("dsa0", "wq0.1", "shared");
    }

    private IdxdWorkQueue Shared => new("wq0.1", _sysfs.Root);

    private IdxdWorkQueue Dedicated => new("wq0.0", _sysfs.Root);

    public void Dispose()
    {
        _file.Dispose();
        _sysfs.Dispose();
    }

    [Fact]
    public void A_shared_queue_is_written_to_by_enqcmd_and_tried_again_as_often_as_sysfs_says()
    {
        using DsaPortal portal = new(Open(Shared));

        portal.Submission.ShouldBe(IdxdSubmission.Enqcmd);
        portal.Places.ShouldBeNull();
        portal.Retries.ShouldBe(7);
        portal.ToString().ShouldBe("DsaPortal of wq0.1 (Enqcmd)");
    }

    [Fact]
    public void A_dedicated_queue_is_written_to_by_movdir64b_and_counted()
    {
        using DsaPortal portal = new(Open(Dedicated));

        portal.Submission.ShouldBe(IdxdSubmission.Movdir64B);
        portal.Places.ShouldBe(16);
    }

    [Fact]
    public void The_caller_can_state_the_retries()
    {
        using DsaPortal portal = new(Open(Shared, retries: 0));
        portal.Retries.ShouldBe(0);
        Should.Throw<ArgumentOutOfRangeException>(() => Open(Shared, retries: -1)).ParamName.ShouldBe("retries");
    }

    [Fact]
    public void A_kernel_without_the_attribute_has_the_retries_of_its_driver()
    {
        _sysfs.Remove("wq0.1", "enqcmds_retries");
        using DsaPortal portal = new(Open(Shared));
        portal.Retries.ShouldBe(32);
    }

    // A sealed file in memory refuses a writable mapping with EPERM, as does a device under INTEL-SA-01084.
    [Theory]
    [InlineData("wq0.0", 16)]
    [InlineData("wq0.1", null)]
    public void A_page_that_may_not_be_mapped_leaves_write(string name, int? places)
    {
        int fd = CreateMemoryFile("queue", AllowSealing);
        SetLength(fd, Environment.SystemPageSize).ShouldBe(0);
        Control(fd, AddSeals, SealWrite).ShouldBe(0);

        using DsaPortal portal = new(PortalSetup.Open(new IdxdWorkQueue(name, _sysfs.Root), IdxdDeviceKind.Dsa, null, $"/proc/self/fd/{fd}", true, true));

        portal.Submission.ShouldBe(IdxdSubmission.Write);
        portal.Places.ShouldBe(places);
        using DsaCompletion completion = new();
        Should.Throw<IOException>(() => portal.TrySubmit(default, completion)).Message.ShouldContain("failed with EPERM (1, Operation not permitted): the queue was opened by another process");
        CloseFile(fd);
    }

    [Fact]
    public void A_page_that_cannot_be_mapped_is_an_error_and_closes_the_file()
    {
        string pipe = _file.Path + ".pipe";
        MakePipe(pipe, 0x180).ShouldBe(0);
        try
        {
            IOException error = Should.Throw<IOException>(() => PortalSetup.Open(Shared, IdxdDeviceKind.Dsa, null, pipe, true, true));

            error.Message.ShouldStartWith("Mapping 4096 bytes at 0x0 of IdxdQueueFile (fd ");
            error.HResult.ShouldBe((int)Errno.ENODEV);
            Directory.GetFiles("/proc/self/fd").Select(file => new FileInfo(file).LinkTarget).ShouldNotContain(pipe);
        }
        finally
        {
            File.Delete(pipe);
        }
    }

    [Fact]
    public void A_processor_without_the_instruction_is_named()
    {
        Should.Throw<PlatformNotSupportedException>(() => PortalSetup.Open(Shared, IdxdDeviceKind.Dsa, null, _file.Path, hasEnqcmd: false, hasMovdir64B: true))
            .Message.ShouldBe("wq0.1 is a shared queue, and this process cannot use ENQCMD: the processor does not have it (CPUID.7.0:ECX bit 29), or this is no 64-bit x86 process.");
        Should.Throw<PlatformNotSupportedException>(() => PortalSetup.Open(Dedicated, IdxdDeviceKind.Dsa, null, _file.Path, hasEnqcmd: true, hasMovdir64B: false))
            .Message.ShouldContain("MOVDIR64B: the processor does not have it (CPUID.7.0:ECX bit 28)");
    }

    [Fact]
    public void This_processor_opens_what_it_can_write_to()
    {
        Exception? shared = Record.Exception(() => DsaPortal.Open(Shared));
        Exception? dedicated = Record.Exception(() => DsaPortal.Open(Dedicated));

        // Without a device, having the instruction is as far as one comes: there is no file.
        shared.ShouldBeOfType(IdxdInstructions.HasEnqcmd ? typeof(FileNotFoundException) : typeof(PlatformNotSupportedException));
        dedicated.ShouldBeOfType(IdxdInstructions.HasMovdir64B ? typeof(FileNotFoundException) : typeof(PlatformNotSupportedException));
    }

    [Fact]
    public void A_queue_of_the_other_kind_is_refused()
    {
        _sysfs.AddDevice("iax1");
        _sysfs.AddQueue("iax1", "wq1.0", "shared");

        Should.Throw<ArgumentException>(() => DsaPortal.Open(new IdxdWorkQueue("wq1.0", _sysfs.Root))).Message.ShouldContain("open it with IaxPortal");
        Should.Throw<ArgumentException>(() => IaxPortal.Open(Shared)).Message.ShouldContain("open it with DsaPortal");
        Should.Throw<ArgumentNullException>(() => IaxPortal.Open(null!));
    }

    [Fact]
    public void A_disabled_queue_is_refused()
    {
        _sysfs.Set("wq0.1", "state", "disabled");
        Should.Throw<InvalidOperationException>(() => DsaPortal.Open(Shared)).Message.ShouldContain("it is disabled");
    }

    [Fact]
    public void A_queue_without_a_file_is_not_found()
        => Should.Throw<FileNotFoundException>(() => PortalSetup.Open(Shared, IdxdDeviceKind.Dsa, null, _file.Path + "-", true, true));

    private const uint AllowSealing = 2;
    private const int AddSeals = 1033;
    private const int SealWrite = 8;

    private PortalSetup Open(IdxdWorkQueue queue, int? retries = null) => PortalSetup.Open(queue, IdxdDeviceKind.Dsa, retries, _file.Path, hasEnqcmd: true, hasMovdir64B: true);

    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int CreateMemoryFile(string name, uint flags);

    [LibraryImport("libc", EntryPoint = "ftruncate")]
    private static partial int SetLength(int fd, nint length);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(int fd, int command, int argument);

    [LibraryImport("libc", EntryPoint = "mkfifo", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakePipe(string path, uint mode);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int CloseFile(int fd);
}

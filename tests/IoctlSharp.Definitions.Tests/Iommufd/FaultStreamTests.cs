using System;
using System.IO;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using IoctlSharp.Iommu;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Iommufd;

/// <summary>The stream of page faults, with a pipe where the kernel would be.</summary>
public sealed class FaultStreamTests : IDisposable
{
    private readonly AnonymousPipeServerStream _in = new(PipeDirection.In);
    private readonly AnonymousPipeServerStream _out = new(PipeDirection.Out);
    private readonly FaultQueue _reader;
    private readonly FaultQueue _writer;

    public FaultStreamTests()
    {
        _reader = new FaultQueue(_out.ClientSafePipeHandle.DangerousGetHandle(), ownsHandle: false);
        _writer = new FaultQueue(_in.ClientSafePipeHandle.DangerousGetHandle(), ownsHandle: false);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _writer.Dispose();
        _in.Dispose();
        _out.Dispose();
    }

    [Fact]
    public void Faults_are_read_into_the_room_there_is()
    {
        IommuHwptPgfault[] sent =
        [
            new() { DevId = new DeviceId(3), Address = 0x1000, Cookie = 7, Permissions = IommuPgfaultPermissions.Write },
            new() { DevId = new DeviceId(3), Address = 0x2000, Cookie = 7, Flags = IommuPgfaultFlags.LastPage },
        ];
        _reader.WaitToRead(TimeSpan.Zero).ShouldBeFalse();
        _out.Write(MemoryMarshal.AsBytes<IommuHwptPgfault>(sent));
        _reader.WaitToRead(TimeSpan.FromSeconds(10)).ShouldBeTrue();

        ReadOnlySpan<IommuHwptPgfault> faults = _reader.ReadFaults(new IommuHwptPgfault[8]);

        faults.Length.ShouldBe(2);
        faults[0].Address.ShouldBe(0x1000ul);
        faults[1].DevId.ShouldBe(new DeviceId(3));
        faults[1].Flags.ShouldBe(IommuPgfaultFlags.LastPage);
    }

    [Fact]
    public void Reading_allocates_nothing()
    {
        IommuHwptPgfault[] room = new IommuHwptPgfault[2];
        byte[] fault = new byte[40];
        _out.Write(fault);
        _reader.ReadFaults(room).Length.ShouldBe(1);
        _out.Write(fault);
        long before = GC.GetAllocatedBytesForCurrentThread();

        int count = _reader.ReadFaults(room).Length;

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        count.ShouldBe(1);
    }

    [Fact]
    public void Answers_are_written_as_eight_bytes_each()
    {
        _writer.Respond(new IommuHwptPageResponse { Cookie = 7, Code = IommufdPageResponseCode.Invalid }, new IommuHwptPageResponse { Cookie = 8 }).ShouldBe(2);

        byte[] bytes = new byte[16];
        _in.ReadExactly(bytes);
        Convert.ToHexString(bytes).ShouldBe("0700000001000000" + "0800000000000000");
    }

    [Fact]
    public void No_room_is_refused_before_the_call()
        => Should.Throw<ArgumentException>(() => _reader.ReadFaults([])).ParamName.ShouldBe("faults");

    [Fact]
    public void A_failed_read_names_the_queue_and_the_error()
    {
        IOException error = Should.Throw<IOException>(() => _writer.ReadNext(new byte[40]));

        error.HResult.ShouldBe((int)Errno.EBADF);
        error.Message.ShouldContain("Reading 40 bytes of FaultQueue (fd ");
    }

    [Fact]
    public void A_wait_ends_when_its_time_is_over()
    {
        _reader.WaitToRead(TimeSpan.FromMilliseconds(20)).ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => _reader.WaitToRead(TimeSpan.FromSeconds(-2)));
    }
}

using System;
using System.IO;
using IoctlSharp.Tests;
using IoctlSharp.Vfio;
using Shouldly;
using Xunit;
using static IoctlSharp.Vfio.VfioMigrationState;

namespace IoctlSharp.Iommu.Tests.Migration;

/// <summary>What is read from one device and written to another, and what is refused of it.</summary>
public sealed class DataTests : IDisposable
{
    private readonly MigratingDevice _source = new();

    public void Dispose() => _source.Dispose();

    [Fact]
    public void A_device_goes_on_as_another_with_the_state_that_it_had()
    {
        _source.Scratch = 0xa5;
        using VfioMigrationData data = _source.Device.SetMigrationState(PreCopy)!;
        byte[] early = MigratingDevice.ReadToEnd(data);
        early.Length.ShouldBe(MigratingDevice.HeaderSize);
        _source.Scratch = 0x5a; // the device still works
        _source.Device.SetMigrationState(StopCopy).ShouldBeNull();
        byte[] late = MigratingDevice.ReadToEnd(data);
        late.Length.ShouldBe(MigratingDevice.DataSize - MigratingDevice.HeaderSize);
        _source.Device.SetMigrationState(Stop).ShouldBeNull();

        using MigratingDevice target = new();
        target.Scratch.ShouldBe((byte)0);
        target.Device.SetMigrationState(Stop).ShouldBeNull();
        using (VfioMigrationData back = target.Device.SetMigrationState(Resuming)!)
        {
            back.WriteNext(early).ShouldBe(early.Length);
            back.WriteNext(late).ShouldBe(late.Length);
            target.Device.SetMigrationState(Stop).ShouldBeNull();
        }

        target.Device.SetMigrationState(Running).ShouldBeNull();
        target.State.ShouldBe(Running);
        target.Scratch.ShouldBe((byte)0x5a);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(MigratingDevice.HeaderSize - 1)]
    [InlineData(MigratingDevice.HeaderSize)]
    [InlineData(MigratingDevice.DataSize - 1)]
    public void Data_that_was_cut_is_refused_and_the_rest_can_follow(int length)
    {
        _source.Scratch = 0x77;
        byte[] saved = _source.Save();
        saved.Length.ShouldBe(MigratingDevice.DataSize);
        _source.Device.Reset();
        _source.Scratch = 0;
        using VfioMigrationData data = _source.Device.SetMigrationState(Resuming)!;
        if (length > 0)
            data.WriteNext(saved.AsSpan(0, length)).ShouldBe(length);
        IoctlException failure = Should.Throw<IoctlException>(() => _source.Device.SetMigrationState(Stop));
        failure.Error.ShouldBe(Errno.EINVAL);
        failure.Message.ShouldContain("the data written was not whole");
        _source.State.ShouldBe(Resuming);

        data.WriteNext(saved.AsSpan(length)).ShouldBe(saved.Length - length);
        _source.Device.SetMigrationState(Running).ShouldBeNull();
        _source.Scratch.ShouldBe((byte)0x77);
    }

    [Fact]
    public void Data_of_something_else_or_too_much_of_it_is_refused()
    {
        byte[] saved = _source.Save();
        saved[0] ^= 1;
        using (VfioMigrationData data = _source.Device.SetMigrationState(Resuming)!)
        {
            Should.Throw<IOException>(() => data.WriteNext(saved)).HResult.ShouldBe((int)Errno.EFAULT);
            _source.Device.Reset();
        }

        using VfioMigrationData more = _source.Device.SetMigrationState(Resuming)!;
        Should.Throw<IOException>(() => more.WriteNext(new byte[MigratingDevice.DataSize + 1])).HResult.ShouldBe((int)Errno.ENOMEM);
    }

    [Fact]
    public void The_data_is_a_stream_in_one_direction()
    {
        using (VfioMigrationData save = _source.Device.SetMigrationState(StopCopy)!)
        {
            Should.Throw<IOException>(() => save.WriteNext(new byte[1])).HResult.ShouldBe((int)Errno.EBADF);
            Should.Throw<IOException>(() => save.Read(new byte[1], 0)).HResult.ShouldBe((int)Errno.ESPIPE);
        }

        using VfioMigrationData resume = _source.Device.SetMigrationState(Resuming)!;
        Should.Throw<IOException>(() => resume.ReadNext(new byte[1])).HResult.ShouldBe((int)Errno.EBADF);
    }

    [Fact]
    [Covers("VFIO_DEVICE_FEATURE_MIG_DATA_SIZE")]
    public void The_size_is_told_before()
    {
        _source.Device.GetMigrationDataSize().StopCopyLength.ShouldBe((ulong)MigratingDevice.DataSize);
        using MediatedDevice two = new("mtty", "2");
        two.Device.GetMigrationDataSize().StopCopyLength.ShouldBe(2ul * MigratingDevice.DataSize - MigratingDevice.HeaderSize);
    }

    [Fact]
    public void Its_files_are_closed_on_exec_and_none_leaks()
    {
        using (VfioMigrationData data = _source.Device.SetMigrationState(PreCopy)!)
            Descriptors.IsClosedOnExec(data).ShouldBeTrue();
        _source.Device.SetMigrationState(Running);
        int before = Descriptors.Count();
        for (int i = 0; i < 300; i++)
        {
            byte[] saved = _source.Save();
#pragma warning disable IOCTL4035 // The kernel's refusal is what is tested.
            Should.Throw<IoctlException>(() => _source.Device.SetMigrationState(Error));
#pragma warning restore IOCTL4035
            using VfioMigrationData data = _source.Device.SetMigrationState(Resuming)!;
            Should.Throw<IoctlException>(() => _source.Device.SetMigrationState(StopCopy));
            data.WriteNext(saved);
            _source.Device.SetMigrationState(Running);
        }

        Descriptors.Count().ShouldBe(before);
    }
}

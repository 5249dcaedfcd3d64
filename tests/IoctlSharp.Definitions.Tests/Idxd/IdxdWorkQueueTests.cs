using System;
using System.IO;
using System.Linq;
using IoctlSharp.Idxd;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Idxd;

/// <summary>Work queues as sysfs shows them.</summary>
public sealed class IdxdWorkQueueTests : IDisposable
{
    private readonly FakeIdxd _sysfs = new();

    public IdxdWorkQueueTests() => _sysfs.AddDevice("dsa0");

    public void Dispose() => _sysfs.Dispose();

    [Fact]
    public void A_shared_queue_has_what_its_driver_says()
    {
        _sysfs.AddQueue("dsa0", "wq0.1", "shared");
        IdxdWorkQueue queue = new("wq0.1", _sysfs.Root);

        queue.Device.Name.ShouldBe("dsa0");
        queue.Number.ShouldBe(1);
        queue.DevicePath.ShouldBe("/dev/dsa/wq0.1");
        queue.State.ShouldBe(IdxdQueueState.Enabled);
        queue.Mode.ShouldBe(IdxdQueueMode.Shared);
        queue.Type.ShouldBe(IdxdQueueType.User);
        queue.Label.ShouldBe("app1");
        queue.DriverName.ShouldBe("user");
        queue.Size.ShouldBe(16u);
        queue.Threshold.ShouldBe(15u);
        queue.GroupId.ShouldBe(0);
        queue.Priority.ShouldBe(10u);
        queue.Clients.ShouldBe(0u);
        queue.IsPasidEnabled.ShouldBeTrue();
        queue.CanBlockOnFault.ShouldBeTrue();
        queue.MaxTransferSize.ShouldBe(2097152ul);
        queue.MaxBatchSize.ShouldBe(32u);
        queue.EnqcmdsRetries.ShouldBe(7u);
        queue.MinorNumber.ShouldBe(0u);
        queue.ToString().ShouldBe("wq0.1");
        queue.ThrowIfNotUsable();
    }

    [Fact]
    public void What_the_hardware_does_not_have_is_null()
    {
        _sysfs.AddQueue("dsa0", "wq0.1", "dedicated");
        _sysfs.Set("wq0.1", "group_id", "-1");
        _sysfs.Remove("wq0.1", "driver_name");
        _sysfs.SetUnreadable("wq0.1", "cdev_minor");
        IdxdWorkQueue queue = new("wq0.1", _sysfs.Root);

        queue.Mode.ShouldBe(IdxdQueueMode.Dedicated);
        queue.EnqcmdsRetries.ShouldBeNull();
        queue.Occupancy.ShouldBeNull();
        queue.MinorNumber.ShouldBeNull();
        queue.DriverName.ShouldBeNull();
        queue.GroupId.ShouldBeNull();
        queue.IsAtsDisabled.ShouldBeNull();
        queue.IsPrsDisabled.ShouldBeNull();
        queue.Operations.ShouldBeNull();
    }

    [Fact]
    public void Address_translation_and_page_requests_can_be_off()
    {
        _sysfs.AddQueue("dsa0", "wq0.1", "shared");
        _sysfs.Set("wq0.1", "ats_disable", "0");
        _sysfs.Set("wq0.1", "prs_disable", "1");
        _sysfs.Set("wq0.1", "op_config", "00000000,00000000,00000000,00000000,00000000,00000000,00000000,00000008");
        IdxdWorkQueue queue = new("wq0.1", _sysfs.Root);

        queue.IsAtsDisabled.ShouldBe(false);
        queue.IsPrsDisabled.ShouldBe(true);
        queue.Operations!.Contains(DsaOpcode.MemoryMove).ShouldBeTrue();
        queue.Operations.Contains(DsaOpcode.Noop).ShouldBeFalse();
    }

    [Fact]
    public void A_required_attribute_that_is_missing_is_named()
    {
        _sysfs.AddQueue("dsa0", "wq0.1", "shared");
        _sysfs.Remove("wq0.1", "size");

        Should.Throw<IOException>(() => new IdxdWorkQueue("wq0.1", _sysfs.Root).Size).Message.ShouldContain("wq0.1/size is not there");
    }

    [Fact]
    public void An_attribute_that_cannot_be_read_is_named()
    {
        _sysfs.AddQueue("dsa0", "wq0.1", "shared");
        _sysfs.Remove("wq0.1", "size");
        Directory.CreateDirectory(Path.Combine(_sysfs.Bus, "wq0.1", "size"));

        Should.Throw<IOException>(() => new IdxdWorkQueue("wq0.1", _sysfs.Root).Size).Message.ShouldContain("wq0.1/size cannot be read");
    }

    [Theory]
    [InlineData("dsa0", "state", "halted", "dsa0 is halted. Enable it")]
    [InlineData("dsa0", "pasid_enabled", "0", "dsa0 has no PASIDs")]
    [InlineData("wq0.1", "state", "disabled", "accel-config enable-wq dsa0/wq0.1")]
    [InlineData("wq0.1", "type", "kernel", "it is of type kernel")]
    public void A_queue_that_no_program_can_open_says_why(string where, string attribute, string text, string reason)
    {
        _sysfs.AddQueue("dsa0", "wq0.1", "shared");
        _sysfs.Set(where, attribute, text);

        Should.Throw<InvalidOperationException>(() => new IdxdWorkQueue("wq0.1", _sysfs.Root).ThrowIfNotUsable()).Message.ShouldContain(reason);
    }

    [Fact]
    public void Why_it_is_disabled_is_what_the_driver_said_last()
    {
        _sysfs.AddQueue("dsa0", "wq0.1", "shared");
        _sysfs.Set("wq0.1", "state", "disabled");
        _sysfs.Set("dsa0", "cmd_status", "0x80060000");

        Should.Throw<InvalidOperationException>(() => new IdxdWorkQueue("wq0.1", _sysfs.Root).ThrowIfNotUsable())
            .Message.ShouldContain("it is disabled (the last command of dsa0 ended with WqNoThresh). Enable it: accel-config enable-wq dsa0/wq0.1");
    }

    [Theory]
    [InlineData("dsa0")]
    [InlineData("wq0")]
    [InlineData("wq0.1.2")]
    [InlineData("wq0./1")]
    [InlineData("")]
    public void Another_name_is_refused(string name)
        => Should.Throw<ArgumentException>(() => new IdxdWorkQueue(name, _sysfs.Root)).Message.ShouldContain("wq0.1, queue 1 of device 0");

    [Fact]
    public void A_queue_that_is_not_there_is_not_found()
        => Should.Throw<FileNotFoundException>(() => new IdxdWorkQueue("wq0.7", _sysfs.Root)).Message.ShouldContain("There is no work queue wq0.7");

    [Fact]
    public void All_queues_are_found_in_order()
    {
        _sysfs.AddDevice("iax3");
        _sysfs.AddQueue("iax3", "wq3.0", "shared");
        _sysfs.AddQueue("dsa0", "wq0.11", "shared");
        _sysfs.AddQueue("dsa0", "wq0.2", "dedicated");

        IdxdWorkQueue.FindAll(_sysfs.Root).Select(queue => queue.Name).ShouldBe(["wq0.2", "wq0.11", "wq3.0"]);
        new IdxdWorkQueue("wq3.0", _sysfs.Root).DevicePath.ShouldBe("/dev/iax/wq3.0");
    }
}

using System;
using System.IO;
using System.Linq;
using IoctlSharp.Idxd;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Idxd;

/// <summary>Accelerators as sysfs shows them.</summary>
public sealed class IdxdDeviceTests : IDisposable
{
    private readonly FakeIdxd _sysfs = new();

    public void Dispose() => _sysfs.Dispose();

    [Fact]
    public void A_device_has_what_its_driver_says()
    {
        _sysfs.AddDevice("dsa0");
        IdxdDevice device = new("dsa0", _sysfs.Root);

        device.Kind.ShouldBe(IdxdDeviceKind.Dsa);
        device.Version.ShouldBe(0x100u);
        device.State.ShouldBe(IdxdDeviceState.Enabled);
        device.IsPasidEnabled.ShouldBeTrue();
        device.IsConfigurable.ShouldBeTrue();
        device.GeneralCapabilities.ShouldBe(0x40915f010ful);
        device.MaxTransferSize.ShouldBe(1ul << 31);
        device.MaxBatchSize.ShouldBe(1024u);
        device.MaxWorkQueues.ShouldBe(8u);
        device.MaxWorkQueuesSize.ShouldBe(128u);
        device.MaxGroups.ShouldBe(4u);
        device.MaxEngines.ShouldBe(4u);
        device.Clients.ShouldBe(0u);
        device.NumaNode.ShouldBeNull();
        device.MajorNumber.ShouldBe(237u);
        device.CommandStatus.ShouldBe((IdxdCommandStatus)0);
        device.Errors.ShouldStartWith("00000000,");
        device.EventLogSize.ShouldBeNull();
        device.AnalyticsCapabilities.ShouldBeNull();
        device.ToString().ShouldBe("dsa0");
    }

    [Fact]
    public void Operations_are_bits_of_the_lowest_word_last()
    {
        _sysfs.AddDevice("dsa0");
        IdxdOperations operations = new IdxdDevice("dsa0", _sysfs.Root).Operations;

        operations.Contains(DsaOpcode.MemoryMove).ShouldBeTrue();
        operations.Contains(DsaOpcode.CacheFlush).ShouldBeTrue();
        operations.Contains(DsaOpcode.TranslationFetch).ShouldBeFalse();
        operations.Contains(IaxOpcode.Decompress).ShouldBeFalse();
        operations.ToString().ShouldEndWith(",003f03ff");
    }

    [Fact]
    public void An_analytics_device_has_no_batches()
    {
        _sysfs.AddDevice("iax1");
        IdxdDevice device = new("iax1", _sysfs.Root);

        device.Kind.ShouldBe(IdxdDeviceKind.Iax);
        device.MaxBatchSize.ShouldBeNull();
    }

    [Fact]
    public void All_devices_are_found_in_order_and_nothing_else()
    {
        _sysfs.AddDevice("dsa10");
        _sysfs.AddDevice("iax1");
        _sysfs.AddDevice("dsa2");
        _sysfs.AddQueue("dsa2", "wq2.0", "shared");

        IdxdDevice.FindAll(_sysfs.Root).Select(device => device.Name).ShouldBe(["iax1", "dsa2", "dsa10"]);
    }

    [Fact]
    public void Without_the_driver_there_are_none()
    {
        IdxdDevice.FindAll(_sysfs.Root).ShouldBeEmpty();
        Should.Throw<FileNotFoundException>(() => new IdxdDevice("dsa0", _sysfs.Root)).Message.ShouldContain("There is no accelerator dsa0");
    }

    [Theory]
    [InlineData("wq0.1")]
    [InlineData("dsa")]
    [InlineData("dsax")]
    [InlineData("../dsa0")]
    [InlineData("")]
    public void Another_name_is_refused(string name)
        => Should.Throw<ArgumentException>(() => new IdxdDevice(name, _sysfs.Root)).Message.ShouldContain("dsa0 or iax1");

    [Fact]
    public void Queues_of_a_device_are_its_own()
    {
        _sysfs.AddDevice("dsa0");
        _sysfs.AddDevice("iax1");
        _sysfs.AddQueue("dsa0", "wq0.10", "shared");
        _sysfs.AddQueue("dsa0", "wq0.9", "dedicated");
        _sysfs.AddQueue("iax1", "wq1.0", "shared");

        new IdxdDevice("dsa0", _sysfs.Root).WorkQueues.Select(queue => queue.Name).ShouldBe(["wq0.9", "wq0.10"]);
        new IdxdDevice("iax1", _sysfs.Root).WorkQueues.Single().Device.Name.ShouldBe("iax1");
    }

    [Fact]
    public void A_text_that_is_no_number_names_its_file()
    {
        _sysfs.AddDevice("dsa0");
        _sysfs.Set("dsa0", "max_engines", "four");
        _sysfs.Set("dsa0", "op_cap", "0");

        IdxdDevice device = new("dsa0", _sysfs.Root);
        Should.Throw<IOException>(() => device.MaxEngines).Message.ShouldEndWith("dsa0/max_engines says \"four\" where a number should be.");
        Should.Throw<IOException>(() => device.Operations).Message.ShouldContain("op_cap says \"0\" where 256 bits");
    }

    [Fact]
    public void A_device_that_is_gone_says_so()
    {
        _sysfs.AddDevice("dsa0");
        IdxdDevice device = new("dsa0", _sysfs.Root);
        File.Delete(Path.Combine(_sysfs.Bus, "dsa0"));

        Should.Throw<IOException>(() => device.State).Message.ShouldContain("is gone: the device was removed");
    }
}

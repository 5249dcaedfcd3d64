using System;
using Shouldly;
using Xunit;

namespace IoctlSharp.Vfio.Tests;

/// <summary>Run by <see cref="UnprivilegedTests"/> as a user without capabilities who was given the group's node.</summary>
[Trait("User", "ordinary")]
public sealed class OrdinaryUserTests
{
    [Fact]
    public void Memory_within_the_limit_is_mapped_and_the_device_reaches_it()
    {
        Environment.UserName.ShouldNotBe("root");
        using OpenDevice open = new(GuestDevices.PortEdu);
        using EduDevice edu = new(open.Device);
        using DmaBuffer memory = new(1 << 20);
        using DmaMapping mapping = open.Container.Map(memory, iova: 0);
        memory.Span.Fill(0x33);
        edu.ReadFromMemory(mapping.Iova);
        memory.Span.Clear();
        edu.WriteToMemory(mapping.Iova);
        memory.GetSpan(0, EduDevice.DmaLength).IndexOfAnyExcept((byte)0x33).ShouldBe(-1);
    }

    [Fact]
    public void Memory_beyond_the_limit_is_refused_with_the_remedy()
    {
        using OpenDevice open = new(GuestDevices.PortEdu);
        using DmaBuffer memory = new(16 << 20);
        IoctlException failure = Should.Throw<IoctlException>(() => open.Container.Map(memory, iova: 0));
        failure.Error.ShouldBe(Errno.ENOMEM);
        failure.Message.ShouldContain("RLIMIT_MEMLOCK");
        failure.Message.ShouldContain("ulimit -l");
    }

    [Fact]
    public void A_group_that_was_not_given_is_refused_with_the_remedy()
    {
        UnauthorizedAccessException failure = Should.Throw<UnauthorizedAccessException>(() => new OpenDevice(GuestDevices.RootEdu));
        failure.Message.ShouldContain("/dev/vfio/");
        failure.Message.ShouldContain("access");
    }

    [Fact]
    public void Binding_takes_root_and_the_error_names_the_file()
    {
        UnauthorizedAccessException failure = Should.Throw<UnauthorizedAccessException>(() => new Pci.PciDevice(GuestDevices.BlockingDevice).BindToVfio());
        failure.Message.ShouldContain(GuestDevices.BlockingDevice);
        failure.Message.ShouldContain("driver_override");
        failure.Message.ShouldContain("root");
    }
}

using Shouldly;
using Xunit;

namespace IoctlSharp.Calls.Tests.Live;

/// <summary>KVM: the argument is the integer itself, and a machine is an fd.</summary>
public sealed class KvmTests
{
    [Fact]
    public void A_machine_is_made_and_a_wrong_type_of_machine_is_not()
    {
        using DeviceFile kvm = DeviceFile.OpenOrSkip("/dev/kvm");
        kvm.GetApiVersion().ShouldBe(12);
        kvm.CheckExtension(KvmCapability.UserMemory).ShouldBe(1);
        Errno error = kvm.TryCreateVm(0, out DeviceFile vm);
        using (vm)
        {
            // A host that lends /dev/kvm without nested virtualization refuses every machine.
            Assert.SkipWhen(error is Errno.ENODEV or Errno.EOPNOTSUPP or Errno.EBUSY, $"/dev/kvm makes no machines here: {error}");
            error.ShouldBe(Errno.None);
            vm.IsInvalid.ShouldBeFalse();
            vm.CheckExtension(KvmCapability.UserMemory).ShouldBe(1);
        }

        kvm.TryCreateVm(unchecked((nint)0xdead0000), out DeviceFile none).ShouldBe(Errno.EINVAL);
        none.IsInvalid.ShouldBeTrue();
    }
}

using System.IO;
using Shouldly;
using Xunit;

namespace IoctlSharp.Calls.Tests.Live;

/// <summary>userfaultfd: an fd as the result, a struct that is read and written.</summary>
public sealed class UserfaultTests
{
    private const int CloseOnExec = 0x80000;

    [Fact]
    public void The_interface_is_agreed_on_once()
    {
        using DeviceFile factory = DeviceFile.OpenOrSkip("/dev/userfaultfd");
        using DeviceFile userfault = factory.CreateUserfault(CloseOnExec);
        File.ReadAllText($"/proc/self/fdinfo/{userfault.Fd}").ShouldContain("flags:\t02"); // O_CLOEXEC
        UffdioApi wrong = new() { Api = 0x99 };
        userfault.TryNegotiate(ref wrong).ShouldBe(Errno.EINVAL);
        UffdioApi api = new() { Api = 0xaa };
        userfault.Negotiate(ref api);
        (api.Ioctls & 3).ShouldBe(3ul); // REGISTER and UNREGISTER
    }
}

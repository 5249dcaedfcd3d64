using Shouldly;
using Xunit;

namespace IoctlSharp.Calls.Tests.Live;

/// <summary>A tunnel: numbers whose macro says <c>int</c> where the kernel takes a struct, read and written in one call.</summary>
public sealed class TunTests
{
    [Fact]
    public void A_tunnel_gets_the_name_that_the_kernel_makes_of_a_pattern()
    {
        using DeviceFile tunnel = DeviceFile.OpenOrSkip("/dev/net/tun");
        tunnel.GetFeatures(out uint features);
        (features & 3).ShouldBe(3u);
        InterfaceRequest request = new() { Name = "sharp%d", Flags = TunFlags.Tun | TunFlags.NoPi };
        try
        {
            tunnel.SetInterface(ref request);
        }
        catch (IoctlException e) when (e.Error == Errno.EPERM)
        {
            Assert.Skip("this user may not make network interfaces");
        }

        request.Name.ShouldMatch("^sharp[0-9]+$");
        InterfaceRequest read = tunnel.GetInterface();
        read.Name.ShouldBe(request.Name);
        (read.Flags & TunFlags.NoPi).ShouldBe(TunFlags.NoPi);
        TunIoctls.Commands.TUNSETIFF.NumberOn(LinuxAbi.X86_64).ShouldBe(0x400454cau);
        TunIoctls.Commands.TUNSETIFF.NumberOn(LinuxAbi.Ppc64le).ShouldBe(0x800454cau);
    }
}

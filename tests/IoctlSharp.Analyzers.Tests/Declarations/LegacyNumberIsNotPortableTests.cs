using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class LegacyNumberIsNotPortableTests
{
    [Fact]
    public Task Nothing_else_stated() => Rule.Flags(
        RuleIds.LegacyNumberIsNotPortable,
        """
        [IoctlGroup] public static partial class Calls { [[|Ioctl(Number = 0x541B, Name = "FIONREAD")|]] public static partial void A(this Device device, out int count); }
        """,
        "The number 0x541B of 'A' is another on some architectures: write NumberOnPowerPC, NumberOnMips, NumberOnSparc too, from asm/ioctls.h");

    [Fact]
    public Task The_same_on_powerpc() => Rule.Flags(
        RuleIds.LegacyNumberIsNotPortable,
        """
        [IoctlGroup] public static partial class Calls { [[|Ioctl(Number = 0x540E, Name = "TIOCSCTTY")|]] public static partial void A(this Device device, int steal); }
        """);

    [Fact]
    public Task The_same_on_powerpc_and_sparc() => Rule.Flags(
        RuleIds.LegacyNumberIsNotPortable,
        """
        [IoctlGroup] public static partial class Calls { [[|Ioctl(Number = 0x541C, Name = "TIOCLINUX")|]] public static partial void A(this Device device, in byte code); }
        """);

    [Fact]
    public Task All_stated() => Rule.IsSilent(
        """
        [IoctlGroup] public static partial class Calls { [Ioctl(Number = 0x541B, NumberOnPowerPC = 0x4004667F, NumberOnMips = 0x467F, NumberOnSparc = 0x4004667F, Name = "FIONREAD")] public static partial void A(this Device device, out int count); }
        """);

    [Fact]
    public Task The_same_everywhere() => Rule.IsSilent(
        """
        [IoctlGroup] public static partial class Calls { [Ioctl(Number = 0x8912, Name = "SIOCGIFCONF")] public static partial void A(this Device device, ref ulong value); }
        """);
}

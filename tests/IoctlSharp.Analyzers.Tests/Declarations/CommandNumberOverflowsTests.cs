using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class CommandNumberOverflowsTests
{
    [Fact]
    public Task Base_and_number() => Rule.Flags(
        RuleIds.CommandNumberOverflows,
        """
        [IoctlGroup(';', Base = 100)] public static partial class Calls { [[|Ioctl(IoctlMacro.IO, 156)|]] public static partial void Reset(this Device device); }
        """,
        "The number of 'Reset' is 256 with the Base of its group, but _IOC has 8 bits for it: write the number behind the base as the header does");

    [Fact]
    public Task A_base_that_leaves_no_room() => Rule.Flags(
        RuleIds.CommandNumberOverflows,
        """
        [IoctlGroup('x', Base = 255)] public static partial class Calls { [[|Ioctl(IoctlMacro.IOW, 1)|]] public static partial void Set(this Device device, in uint value); }
        """);

    [Fact]
    public Task The_last_number() => Rule.IsSilent(
        """
        [IoctlGroup(';', Base = 100)] public static partial class Calls { [Ioctl(IoctlMacro.IO, 155)] public static partial void Reset(this Device device); }
        """);
}

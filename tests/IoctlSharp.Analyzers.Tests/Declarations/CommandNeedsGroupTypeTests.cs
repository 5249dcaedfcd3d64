using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class CommandNeedsGroupTypeTests
{
    [Fact]
    public Task No_type() => Rule.Flags(
        RuleIds.CommandNeedsGroupType,
        """
        [IoctlGroup] public static partial class Calls { [[|Ioctl(IoctlMacro.IO, 1)|]] public static partial void Reset(this Device device); }
        """,
        "'Reset' makes its number by a macro, but its group states no type: write [IoctlGroup('...')] with the first argument of the macro");

    [Fact]
    public Task A_group_with_a_header_alone() => Rule.Flags(
        RuleIds.CommandNeedsGroupType,
        """
        [IoctlGroup(Header = "linux/x.h")] public static partial class Calls { [[|Ioctl(IoctlMacro.IOR, 2, Name = "X_GET")|]] public static partial Plain Get(int fd); }
        """);

    [Fact]
    public Task A_number_as_type() => Rule.IsSilent(
        """
        [IoctlGroup((byte)0xAE)] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial void Reset(this Device device); }
        """);
}

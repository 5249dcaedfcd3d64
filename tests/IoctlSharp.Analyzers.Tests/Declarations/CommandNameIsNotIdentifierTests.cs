using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class CommandNameIsNotIdentifierTests
{
    [Fact]
    public Task A_blank() => Rule.Flags(
        RuleIds.CommandNameIsNotIdentifier,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [[|Ioctl(IoctlMacro.IO, 1, Name = "X RESET")|]] public static partial void Reset(this Device device);
        }
        """,
        "The C name of 'Reset' is 'X RESET', which no header can define: write Name = \"...\" as the header has it");

    [Fact]
    public Task Empty() => Rule.Flags(
        RuleIds.CommandNameIsNotIdentifier,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [[|Ioctl(IoctlMacro.IO, 1, Name = "")|]] public static partial void Reset(this Device device);
        }
        """);

    [Fact]
    public Task An_identifier() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Name = "X_RESET")] public static partial void Reset(this Device device);
        }
        """);
}

using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class OutParameterNeedsErrnoTests
{
    [Fact]
    public Task A_handle() => Rule.Flags(
        RuleIds.OutParameterNeedsErrno,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Create(this Device device, out Device [|created|]);
        }
        """,
        "'created' of 'Create' is a result of a call that throws: return it, or let 'Create' return Errno");

    [Fact]
    public Task A_value() => Rule.Flags(
        RuleIds.OutParameterNeedsErrno,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Get(this Device device, [ReturnValue] out int [|value|]);
        }
        """);

    [Fact]
    public Task With_Errno() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Errno TryCreate(this Device device, out Device created);
        }
        """);
}

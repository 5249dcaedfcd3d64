using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class AskAgainCountIsNotIntegerTests
{
    [Fact]
    public Task An_enum() => Rule.Flags(
        RuleIds.AskAgainCountIsNotInteger,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|AskAgain(Errno.ENOSPC, Count = nameof(Listed.Flags))|]] public static partial KernelBuffer<Listed> Get(this Device device);
        }
        """,
        "[AskAgain] of 'Get' counts in 'Listed.Flags', which is no ushort, uint, int or ulong field: name the field that the kernel writes the count to");

    [Fact]
    public Task An_unknown_field() => Rule.Flags(
        RuleIds.AskAgainCountIsNotInteger,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|AskAgain(Errno.ENOSPC, Count = "count")|]] public static partial KernelBuffer<Listed> Get(this Device device);
        }
        """);

    [Fact]
    public Task An_integer() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), AskAgain(Errno.ENOSPC, Count = "_count")] public static partial KernelBuffer<Listed> Get(this Device device);
        }
        """);
}

using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class AskAgainNeedsCountTests
{
    [Fact]
    public Task An_error_alone() => Rule.Flags(
        RuleIds.AskAgainNeedsCount,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|AskAgain(Errno.ENOSPC)|]] public static partial KernelBuffer<Listed> Get(this Device device);
        }
        """,
        "[AskAgain] of 'Get' states an error or an array, but not which field of struct 'listed' counts: write Count = nameof(...)");

    [Fact]
    public Task An_array_alone() => Rule.Flags(
        RuleIds.AskAgainNeedsCount,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|AskAgain(Array = nameof(Plain.Address))|]] public static partial KernelBuffer<Plain> Get(this Device device);
        }
        """);

    [Fact]
    public Task A_count() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), AskAgain(Errno.ENOSPC, Count = "_count")] public static partial KernelBuffer<Listed> Get(this Device device);
        }
        """);
}

using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class ArgumentTypeIsNotKernelStructTests
{
    [Fact]
    public Task A_plain_struct() => Rule.Flags(
        RuleIds.ArgumentTypeIsNotKernelStruct,
        """
        public struct Reply { public uint A, B; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Reply))] public static partial void [|Set|](this Device device);
        }
        """,
        "The argument of 'Set' is 'Reply', whose C layout nothing states: put [KernelStruct] on 'Reply'");

    [Fact]
    public Task A_tail() => Rule.Flags(
        RuleIds.ArgumentTypeIsNotKernelStruct,
        """
        public struct Reply { public uint A, B; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Listed), Tail = typeof(Reply))] public static partial void [|Set|](this Device device);
        }
        """,
        "The tail of 'Set' is 'Reply', whose C layout nothing states: put [KernelStruct] on 'Reply'");

    [Fact]
    public Task A_kernel_struct() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Plain))] public static partial void Set(this Device device);
        }
        """);
}

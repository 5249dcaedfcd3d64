using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class TailElementDiffersTests
{
    [Fact]
    public Task Another_size() => Rule.Flags(
        RuleIds.TailElementDiffers,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, in Listed value, [Tail] ReadOnlySpan<ulong> [|items|]);
        }
        """,
        "'items' of 'Set' has elements of 'ulong', which is not the element size of the tail of struct 'listed': use a span of the tail's own type, and for handles a tail of int");

    [Fact]
    public Task Handles_that_the_kernel_would_write() => Rule.Flags(
        RuleIds.TailElementDiffers,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, ref Listed value, [Tail] Span<Device> [|items|]);
        }
        """);

    [Fact]
    public Task A_struct_of_another_size() => Rule.Flags(
        RuleIds.TailElementDiffers,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void A(this Device device, in Listed value, [Tail] in Plain [|item|]);
            [Ioctl(IoctlMacro.IO, 2, Argument = typeof(Listed), Tail = typeof(Plain))] public static partial void [|B|](this Device device);
            [Ioctl(IoctlMacro.IO, 3)] public static partial void C(this Device device, in Listed value, [Tail] out ulong [|item|]);
        }
        """);

    [Fact]
    public Task Handles_and_enums() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void A(this Device device, in Listed value, [Tail] ReadOnlySpan<Device> items);
            [Ioctl(IoctlMacro.IO, 2)] public static partial void B(this Device device, in Listed value, [Tail] ReadOnlySpan<Bit> items);
        }
        """);
}

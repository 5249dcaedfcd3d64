using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class CommandNumberDiffersTests
{
    [Fact]
    public Task Another_number() => Rule.Flags(
        RuleIds.CommandNumberDiffers,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Name = "X")] public static partial void A(this Device device);
            [[|Ioctl(IoctlMacro.IO, 2, Name = "X")|]] public static partial Errno TryA(this Device device);
        }
        """,
        "'TryA' gives 'X' another number than 'A' does, but a C name has one: write the same macro, number and MacroType on both, or correct Name");

    [Fact]
    public Task Another_macro() => Rule.Flags(
        RuleIds.CommandNumberDiffers,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Name = "X")] public static partial void A(this Device device, in Plain value);
            [[|Ioctl(IoctlMacro.IOW, 1, Name = "X")|]] public static partial Errno TryA(this Device device, in Plain value);
        }
        """);

    [Fact]
    public Task Another_size() => Rule.Flags(
        RuleIds.CommandNumberDiffers,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1, Name = "X")] public static partial void A(this Device device, in Plain value);
            [[|Ioctl(IoctlMacro.IOW, 1, Name = "X")|]] public static partial void A(this Device device, in ulong value);
        }
        """);

    [Fact]
    public Task Two_forms() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1, Name = "X")] public static partial void A(this Device device, in Plain value);
            [Ioctl(IoctlMacro.IOW, 1, Name = "X")] public static partial Errno TryA(this Device device, in Plain value);
        }
        """);
}

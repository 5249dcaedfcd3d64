using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class LongIsPassedByValueTests
{
    [Fact]
    public Task A_ulong() => Rule.Flags(
        RuleIds.LongIsPassedByValue,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, ulong [|value|]);
        }
        """,
        "'value' of 'Set' passes 'ulong' by value, but the argument of an ioctl is 32 bits wide on 32-bit machines: use nint or nuint for a C long, and in, out or ref where the kernel takes a pointer");

    [Fact]
    public Task A_long_and_an_enum_of_long() => Rule.Flags(
        RuleIds.LongIsPassedByValue,
        """
        public enum Wide : long { None }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void A(this Device device, long [|value|]);
            [Ioctl(IoctlMacro.IO, 2)] public static partial void B(this Device device, Wide [|value|]);
        }
        """);

    [Fact]
    public Task By_reference_and_native() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void A(this Device device, in ulong value);
            [Ioctl(IoctlMacro.IO, 2)] public static partial void B(this Device device, nint value);
        }
        """);
}

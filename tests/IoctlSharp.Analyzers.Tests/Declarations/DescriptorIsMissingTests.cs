using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class DescriptorIsMissingTests
{
    [Fact]
    public Task Another_type() => Rule.Flags(
        RuleIds.DescriptorIsMissing,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Reset(string [|path|]);
        }
        """,
        "'Reset' begins with 'string path', but the first argument of an ioctl is the file descriptor: let it begin with a handle (a DeviceHandle or any SafeHandle) or an int, by value and without attributes");

    [Fact]
    public Task Nothing() => Rule.Flags(
        RuleIds.DescriptorIsMissing,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void [|Reset|]();
        }
        """);

    [Fact]
    public Task By_reference() => Rule.Flags(
        RuleIds.DescriptorIsMissing,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Reset(in int [|fd|]);
        }
        """);

    [Fact]
    public Task An_attribute_on_it() => Rule.Flags(
        RuleIds.DescriptorIsMissing,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set([Field(nameof(Plain.Fd))] int [|fd|], in Plain value);
        }
        """);

    [Fact]
    public Task A_number_and_any_handle() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void A(int fd);
            [Ioctl(IoctlMacro.IO, 2)] public static partial void B(this Microsoft.Win32.SafeHandles.SafeFileHandle file);
        }
        """);
}

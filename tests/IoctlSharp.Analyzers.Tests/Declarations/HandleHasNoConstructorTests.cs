using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class HandleHasNoConstructorTests
{
    [Fact]
    public Task An_abstract_handle() => Rule.Flags(
        RuleIds.HandleHasNoConstructor,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial DeviceHandle [|Open|](int fd);
        }
        """,
        "'IoctlSharp.DeviceHandle' cannot own the file descriptor that 'Open' gives, because it is abstract or lacks a reachable constructor: give it a public constructor with the parameters (IntPtr fd, bool ownsHandle)");

    [Fact]
    public Task A_private_constructor() => Rule.Flags(
        RuleIds.HandleHasNoConstructor,
        """
        public sealed class Mine : DeviceHandle { private Mine(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { } }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Mine [|Open|](int fd);
            [Ioctl(IoctlMacro.IO, 2)] public static partial Errno TryOpen(int fd, out Mine [|mine|]);
            [Ioctl(IoctlMacro.IO, 3)] public static partial Plain Get(int fd, [Field(nameof(Plain.Fd))] out Mine [|mine|]);
        }
        """);

    [Fact]
    public Task A_handle_and_a_file() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Device Open(int fd);
            [Ioctl(IoctlMacro.IO, 2)] public static partial Microsoft.Win32.SafeHandles.SafeFileHandle OpenFile(int fd);
        }
        """);
}

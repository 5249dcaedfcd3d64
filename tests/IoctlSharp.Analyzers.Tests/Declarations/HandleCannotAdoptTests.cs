using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class HandleCannotAdoptTests
{
    // Stands for a framework before .NET 8: the compiler prefers the project's own type.
    private const string OldFramework = "namespace System.Runtime.InteropServices { internal static class Marshal { } }";

    [Fact]
    public Task A_file() => Rule.Flags(
        RuleIds.HandleCannotAdopt,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)]
            public static partial Microsoft.Win32.SafeHandles.SafeFileHandle [|Open|](int fd);
        }
        """ + OldFramework,
        "'Microsoft.Win32.SafeHandles.SafeFileHandle' cannot take over the file descriptor that 'Open' gives before .NET 8: derive it from DeviceHandle");

    [Fact]
    public Task A_handle_of_the_user_s_own() => Rule.Flags(
        RuleIds.HandleCannotAdopt,
        """
        public sealed class Own : Microsoft.Win32.SafeHandles.SafeHandleMinusOneIsInvalid
        {
            public Own(IntPtr fd, bool ownsHandle) : base(ownsHandle) { handle = fd; }

            protected override bool ReleaseHandle() => true;
        }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)]
            public static partial Errno TryOpen(int fd, out Own [|own|]);
        }
        """ + OldFramework);

    [Fact]
    public Task A_DeviceHandle() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)]
            public static partial Device Open(int fd);
        }
        """ + OldFramework);
}

using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class HandleConstructorCodeFixTests
{
    [Fact]
    public Task In_a_class_of_several_lines() => Fix.Makes<HandleConstructorCodeFix>(
        RuleIds.HandleHasNoConstructor,
        """
        public sealed class Port : DeviceHandle
        {
            /// <summary>Opens it.</summary>
            public Port(string path) : base(path) { }
        }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Port Open(int fd);
            [Ioctl(IoctlMacro.IO, 2)] public static partial Errno TryOpen(int fd, out Port port);
        }
        """,
        """
        public sealed class Port : DeviceHandle
        {
            public Port(nint fd, bool ownsHandle) : base(fd, ownsHandle) { }

            /// <summary>Opens it.</summary>
            public Port(string path) : base(path) { }
        }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Port Open(int fd);
            [Ioctl(IoctlMacro.IO, 2)] public static partial Errno TryOpen(int fd, out Port port);
        }
        """);

    [Fact]
    public Task In_a_class_of_one_line() => Fix.Makes<HandleConstructorCodeFix>(
        RuleIds.HandleHasNoConstructor,
        """
        public sealed class Port : DeviceHandle { public Port(string path) : base(path) { } }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Port Open(int fd);
        }
        """,
        """
        public sealed class Port : DeviceHandle { public Port(nint fd, bool ownsHandle) : base(fd, ownsHandle) { } public Port(string path) : base(path) { } }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Port Open(int fd);
        }
        """,
        "Give 'Port' the constructor (nint fd, bool ownsHandle)");

    [Fact]
    public Task An_abstract_handle() => Fix.IsNotOffered<HandleConstructorCodeFix>(
        RuleIds.HandleHasNoConstructor,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial DeviceHandle Open(int fd);
        }
        """);

    [Fact]
    public Task A_handle_whose_constructor_is_hidden() => Fix.IsNotOffered<HandleConstructorCodeFix>(
        RuleIds.HandleHasNoConstructor,
        """
        public sealed class Port : DeviceHandle { private Port(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { } }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Port Open(int fd);
        }
        """);
}

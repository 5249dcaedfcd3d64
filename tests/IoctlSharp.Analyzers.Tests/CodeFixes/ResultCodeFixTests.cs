using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class ResultCodeFixTests
{
    [Fact]
    public Task No_reference() => Fix.Makes<ResultCodeFix>(
        RuleIds.MethodReturnsByReference,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOR, 2)] public static partial ref readonly Plain Get(Device device);
        }
        """,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOR, 2)] public static partial Plain Get(Device device);
        }
        """);

    [Fact]
    public Task An_error_beside_the_result() => Fix.Makes<ResultCodeFix>(
        RuleIds.OutParameterNeedsErrno,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            /// <summary>Makes another.</summary>
            [Ioctl(IoctlMacro.IO, 1)]
            public static partial void Create(this Device device, out Device created);
        }
        """,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            /// <summary>Makes another.</summary>
            [Ioctl(IoctlMacro.IO, 1)]
            public static partial Errno Create(this Device device, out Device created);
        }
        """,
        "Return Errno");

    [Fact]
    public Task An_int() => Fix.Makes<ResultCodeFix>(
        RuleIds.ResultTypeIsUnsupported,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial bool IsReady(this Device device);
            [Ioctl(IoctlMacro.IO, 2)] public static partial long GetSize(this Device device);
        }
        """,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial int IsReady(this Device device);
            [Ioctl(IoctlMacro.IO, 2)] public static partial int GetSize(this Device device);
        }
        """);

    [Fact]
    public Task Text_is_no_int() => Fix.IsNotOffered<ResultCodeFix>(
        RuleIds.ResultTypeIsUnsupported,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial string GetName(this Device device);
        }
        """);

    [Fact]
    public Task A_buffer() => Fix.Makes<ResultCodeFix>(
        RuleIds.AskAgainNeedsBuffer,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), AskAgain] public static partial Sized Get(this Device device);
        }
        """,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), AskAgain] public static partial KernelBuffer<Sized> Get(this Device device);
        }
        """);

    [Fact]
    public Task Asking_again() => Fix.Makes<ResultCodeFix>(
        RuleIds.BufferNeedsAskAgain,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial KernelBuffer<Sized> Get(this Device device);
            [Ioctl(IoctlMacro.IO, 1)] public static partial Errno TryGet(this Device device, out KernelBuffer<Sized> answer);
        }
        """,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), AskAgain] public static partial KernelBuffer<Sized> Get(this Device device);
            [Ioctl(IoctlMacro.IO, 1), AskAgain] public static partial Errno TryGet(this Device device, out KernelBuffer<Sized> answer);
        }
        """);

    [Fact]
    public Task Another_protocol() => Fix.IsNotOffered<ResultCodeFix>(
        RuleIds.BufferNeedsAskAgain,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial KernelBuffer<Plain> Get(this Device device);
        }
        """);
}

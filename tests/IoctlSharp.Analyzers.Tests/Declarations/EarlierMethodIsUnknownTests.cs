using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class EarlierMethodIsUnknownTests
{
    [Fact]
    public Task A_name_that_no_method_has() => Rule.Flags(
        RuleIds.EarlierMethodIsUnknown,
        """
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 2), [|After("Missing")|]] public static partial void Start(this Device device); }
        """,
        "[After] on 'Calls.Start' names 'Missing', which is no other method of 'Calls' that could have that argument: name one with nameof, and give a constant of the type of one of its parameters");

    [Fact]
    public Task The_method_itself() => Rule.Flags(
        RuleIds.EarlierMethodIsUnknown,
        """
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 2), [|After(nameof(Start))|]] public static partial void Start(this Device device); }
        """);

    [Fact]
    public Task A_value_that_no_parameter_takes() => Rule.Flags(
        RuleIds.EarlierMethodIsUnknown,
        """
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial void Choose(this Device device, Bit bit); [Ioctl(IoctlMacro.IO, 2), [|After(nameof(Choose), 1u)|]] public static partial void Start(this Device device); }
        """);

    [Fact]
    public Task What_a_handle_wants_first() => Rule.Flags(
        RuleIds.EarlierMethodIsUnknown,
        """
        [[|After("Missing", Group = typeof(Calls))|]] public sealed class File : DeviceHandle { public File(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { } }
        [[|After(nameof(Calls.Start))|]] public sealed class Other : DeviceHandle { public Other(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { } }
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 2)] public static partial void Start(this File file); }
        """,
        "[After] on 'File' names 'Missing', which is no other method of 'Calls' that could have that argument: name one with nameof, and give a constant of the type of one of its parameters");

    [Fact]
    public Task Another_method() => Rule.IsSilent(
        """
        [After(nameof(Ordered.Open), Group = typeof(Ordered))] public sealed class File : DeviceHandle { public File(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { } }
        [IoctlGroup('y')] public static partial class Ordered { [Ioctl(IoctlMacro.IO, 2)] public static partial void Open(this File file); }
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial void Choose(this Device device, Bit bit); [Ioctl(IoctlMacro.IO, 2), After(nameof(Choose), Bit.One)] public static partial void Start(this Device device); [Ioctl(IoctlMacro.IO, 3), After(nameof(Choose)), After(nameof(Start))] public static partial void Stop(this Device device); }
        """);
}

using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class CommandNumberIsSharedTests
{
    [Fact]
    public Task Two_names() => Rule.Flags(
        RuleIds.CommandNumberIsShared,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Name = "A")] public static partial void A(this Device device);
            [[|Ioctl(IoctlMacro.IO, 1, Name = "B")|]] public static partial void B(this Device device);
        }
        """,
        "'B' gives 'B' the number that 'A' has on 'Device' already: correct the number, take the handle type of the file that it is meant for, or write SharesNumber = true where the header has it so");

    [Fact]
    public Task Two_legacy_numbers() => Rule.Flags(
        RuleIds.CommandNumberIsShared,
        """
        [IoctlGroup] public static partial class Calls
        {
            [Ioctl(Number = 0x8912, Name = "A")] public static partial void A(int fd);
            [[|Ioctl(Number = 0x8912, Name = "B")|]] public static partial void B(int fd);
        }
        """);

    [Fact]
    public Task Another_kind_of_file() => Rule.IsSilent(
        """
        public sealed class Other : DeviceHandle { public Other(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { } }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Name = "A")] public static partial void A(this Device device);
            [Ioctl(IoctlMacro.IO, 1, Name = "B")] public static partial void B(this Other device);
        }
        """);

    [Fact]
    public Task Said_on_the_declaration() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Name = "A")] public static partial void A(this Device device);
            [Ioctl(IoctlMacro.IO, 1, Name = "B", SharesNumber = true)] public static partial void B(this Device device);
        }
        """);

    [Fact]
    public Task Another_size() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1, Name = "A")] public static partial void A(this Device device, in uint value);
            [Ioctl(IoctlMacro.IOW, 1, Name = "B")] public static partial void B(this Device device, in ulong value);
        }
        """);

    [Fact]
    public Task A_Try_form_of_nothing() => Rule.Flags(
        RuleIds.CommandNumberIsShared,
        """
        public sealed class Other : DeviceHandle { public Other(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { } }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Reset(this Device device);
            [[|Ioctl(IoctlMacro.IO, 1)|]] public static partial Errno TryStop(this Device device);
            [Ioctl(IoctlMacro.IO, 2)] public static partial void Stop(this Device device);
            [Ioctl(IoctlMacro.IO, 3)] public static partial void Go(this Other other);
            [Ioctl(IoctlMacro.IO, 3)] public static partial Errno TryGo(this Device device);
        }
        """,
        "'TryStop' gives 'TRY_STOP' the number that 'Reset' has on 'Device' already: correct the number, take the handle type of the file that it is meant for, or write SharesNumber = true where the header has it so");

    [Fact]
    public Task A_Try_form_is_the_same_command() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Errno TryReset(this Device device);
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Reset(this Device device);
            [Ioctl(IoctlMacro.IOR, 2, Name = "STATE_GET")] public static partial Plain GetState(this Device device);
            [Ioctl(IoctlMacro.IOR, 2)] public static partial Errno TryGetState(this Device device, out Plain state);
            [Ioctl(Number = 0x8912)] public static partial void Old(this Device device);
            [Ioctl(Number = 0x8912)] public static partial Errno TryOld(this Device device);

            public static uint Sum() => Commands.RESET.Number + Commands.STATE_GET.Number + Commands.OLD.Number;
        }
        """);

    [Fact]
    public Task A_Try_form_has_no_command_of_its_own() => Rule.LeavesToCompiler(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Reset(this Device device);
            [Ioctl(IoctlMacro.IO, 1)] public static partial Errno TryReset(this Device device);

            public static uint Own() => Commands.TRY_RESET.Number;
        }
        """);
}

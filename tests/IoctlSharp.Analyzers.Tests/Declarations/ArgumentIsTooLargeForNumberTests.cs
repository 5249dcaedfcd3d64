using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class ArgumentIsTooLargeForNumberTests
{
    [Fact]
    public Task Sixteen_kilobytes() => Rule.Flags(
        RuleIds.ArgumentIsTooLargeForNumber,
        """
        [KernelStruct("s")] public unsafe partial struct S { public fixed byte Data[16384]; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [[|Ioctl(IoctlMacro.IOW, 1)|]] public static partial void Set(this Device device, in S value);
        }
        """,
        "'Set' puts into its _IOW number a size of 16384 bytes or more, for which it has no room: write MacroType = typeof(...) as the #define does");

    [Fact]
    public Task A_result_and_a_stated_type() => Rule.Flags(
        RuleIds.ArgumentIsTooLargeForNumber,
        """
        [KernelStruct("s")] public unsafe partial struct S { public fixed ulong Data[4096]; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [[|Ioctl(IoctlMacro.IOR, 1)|]] public static partial S Get(this Device device);
            [[|Ioctl(IoctlMacro.IOWR, 2, MacroType = typeof(S))|]] public static partial void Set(this Device device, in uint value);
        }
        """);

    [Fact]
    public Task One_byte_less() => Rule.IsSilent(
        """
        [KernelStruct("s")] public unsafe partial struct S { public fixed byte Data[16383]; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Set(this Device device, in S value);
        }
        """);

    [Fact]
    public Task No_size_in_the_number() => Rule.IsSilent(
        """
        [KernelStruct("s")] public unsafe partial struct S { public fixed byte Data[16384]; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, in S value);
        }
        """);
}

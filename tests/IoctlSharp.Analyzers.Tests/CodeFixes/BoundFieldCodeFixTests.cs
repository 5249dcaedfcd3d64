using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class BoundFieldCodeFixTests
{
    [Fact]
    public Task A_readonly_field_where_it_stands() => Fix.Makes<BoundFieldCodeFix>(
        RuleIds.FieldIsReadOnly,
        """
        [KernelStruct("s")] public partial struct S { [Alias("Other")] public readonly uint Value; }
        """,
        """
        [KernelStruct("s")] public partial struct S { [Alias("Other")] public uint Value; }
        """,
        "Remove 'readonly' from 'S.Value'");

    [Fact]
    public Task A_readonly_field_of_a_parameter_and_a_preset() => Fix.Makes<BoundFieldCodeFix>(
        RuleIds.FieldIsReadOnly,
        """
        [KernelStruct("s")]
        public partial struct S
        {
            // Both.
            public readonly uint First;
            public readonly uint Second;
        }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(S)), Preset(nameof(S.Second), 1u)] public static partial void Preset(int fd);
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(S))] public static partial void Set(int fd, [Field(nameof(S.First))] uint first);
        }
        """,
        """
        [KernelStruct("s")]
        public partial struct S
        {
            // Both.
            public uint First;
            public uint Second;
        }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(S)), Preset(nameof(S.Second), 1u)] public static partial void Preset(int fd);
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(S))] public static partial void Set(int fd, [Field(nameof(S.First))] uint first);
        }
        """);

    [Fact]
    public Task A_private_field() => Fix.Makes<BoundFieldCodeFix>(
        RuleIds.FieldIsNotAccessible,
        """
        [KernelStruct("s")] public partial struct S { private uint _value; uint _other; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), Preset("_other", 1u)] public static partial S Preset(this Device device);
            [Ioctl(IoctlMacro.IO, 1)] public static partial S Get(this Device device, [Field("_value")] uint value);
        }
        """,
        """
        [KernelStruct("s")] public partial struct S { internal uint _value; internal uint _other; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), Preset("_other", 1u)] public static partial S Preset(this Device device);
            [Ioctl(IoctlMacro.IO, 1)] public static partial S Get(this Device device, [Field("_value")] uint value);
        }
        """);
}

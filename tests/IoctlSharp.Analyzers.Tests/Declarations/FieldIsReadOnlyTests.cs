using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class FieldIsReadOnlyTests
{
    private const string Message = "'S.Value' is readonly, but generated code writes it: remove readonly (a field that the kernel alone fills may be readonly)";

    [Fact]
    public Task A_field_with_a_property() => Rule.Flags(
        RuleIds.FieldIsReadOnly,
        """
        [KernelStruct("s")] public partial struct S { [Alias("Other")] public readonly uint [|Value|]; }
        """,
        Message);

    [Fact]
    public Task A_field_that_a_parameter_sets() => Rule.Flags(
        RuleIds.FieldIsReadOnly,
        """
        [KernelStruct("s")] public partial struct S { public readonly uint Value; }
        [IoctlGroup('x')] public static partial class G { [Ioctl(IoctlMacro.IO, 1, Argument = typeof(S))] public static partial void Set(int fd, [Field(nameof(S.Value))] uint [|value|]); }
        """,
        Message);

    [Fact]
    public Task A_field_that_a_preset_sets() => Rule.Flags(
        RuleIds.FieldIsReadOnly,
        """
        [KernelStruct("s")] public partial struct S { public readonly uint Value; }
        [IoctlGroup('x')] public static partial class G { [Ioctl(IoctlMacro.IO, 1, Argument = typeof(S)), [|Preset(nameof(S.Value), 1u)|]] public static partial void Set(int fd); }
        """,
        Message);

    [Fact]
    public Task A_field_that_the_kernel_fills() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { public readonly uint Value; public static readonly uint Other; public const int Third = 3; }
        [IoctlGroup('x')] public static partial class G { [Ioctl(IoctlMacro.IO, 1)] public static partial S Get(int fd); [Ioctl(IoctlMacro.IO, 1, Argument = typeof(S))] public static partial void Get(int fd, [Field(nameof(S.Value))] out uint value); }
        """);
}

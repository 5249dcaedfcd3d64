using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class ReferencedStructIsInvalidTests
{
    private const string Library = """
        using IoctlSharp;
        [KernelStruct("bad")] public struct Bad { public bool Enabled; }
        [KernelStruct("good")] public struct Good { public byte Enabled; }
        """;

    [Fact]
    public Task A_field() => Rule.Flags(
        RuleIds.ReferencedStructIsInvalid,
        """[KernelStruct("s")] public partial struct S { public Bad [|Value|]; }""",
        "'S.Value' needs 'Bad', whose declaration in a referenced assembly is not valid: build that assembly with the diagnostics of its declarations switched on and correct them",
        library: Library);

    [Fact]
    public Task An_argument() => Rule.Flags(
        RuleIds.ReferencedStructIsInvalid,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void [|Set|](this Device device, in Bad value);
        }
        """,
        library: Library);

    [Fact]
    public Task A_valid_one() => Rule.IsSilent("""[KernelStruct("s")] public partial struct S { public Good Value; }""", library: Library);
}

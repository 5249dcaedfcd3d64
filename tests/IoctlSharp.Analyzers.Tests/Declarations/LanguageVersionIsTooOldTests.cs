using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class LanguageVersionIsTooOldTests
{
    [Fact]
    public Task Is_said_once() => Rule.Flags(
        RuleIds.LanguageVersionIsTooOld,
        """
        using IoctlSharp;

        [KernelStruct("first")] public partial struct [|First|] { public bool Value; }
        [KernelStruct("second")] public struct Second { public uint Value; }
        [IoctlGroup('x')] public static class Calls { }
        """,
        "The declarations of this project need C# 9, and it is compiled as C# 8.0: write <LangVersion>9</LangVersion> or a later one in the project file",
        LanguageVersion.CSharp8,
        vocabulary: "");

    [Fact]
    public Task The_default_of_old_frameworks() => Rule.Flags(
        RuleIds.LanguageVersionIsTooOld,
        """
        using IoctlSharp;

        [IoctlGroup('x')]
        public static partial class [|Calls|]
        {
            [Ioctl(IoctlMacro.IO, 1)]
            public static partial void Reset(int fd);
        }
        """,
        "The declarations of this project need C# 9, and it is compiled as C# 7.3: write <LangVersion>9</LangVersion> or a later one in the project file",
        LanguageVersion.CSharp7_3,
        vocabulary: "");

    [Fact]
    public Task A_project_without_declarations() => Rule.IsSilent("public struct S { public uint Value; }", LanguageVersion.CSharp8, vocabulary: "");

    [Fact]
    public Task The_oldest_that_works() => Rule.IsSilent(
        """
        using IoctlSharp;

        [KernelStruct("pair")] public partial struct Pair { public uint First, Second; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)]
            public static partial void Set(int fd, in Pair pair);
        }
        """,
        LanguageVersion.CSharp9,
        vocabulary: "");
}

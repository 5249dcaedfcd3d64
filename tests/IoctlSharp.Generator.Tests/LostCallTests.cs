using System.Linq;
using IoctlSharp.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace IoctlSharp.Generator.Tests;

/// <summary>An invalid declaration fails the build even without analyzers.</summary>
public sealed class LostCallTests
{
    [Theory]
    [InlineData("public static partial void Set(int fd, long value);", "CS0619")]
    [InlineData("public static partial Unknown Get(int fd);", "CS0246")]
    [InlineData("static partial void Set(int fd, long value);", "CS0619")]
    [InlineData("static partial void Set(string path);", "CS0619")]
    public void An_invalid_call_does_not_compile(string method, string error)
        => Errors($"[IoctlGroup('x')] public static partial class Calls {{ [Ioctl(IoctlMacro.IO, 1, Name = \"X\")] {method} }}").ShouldContain(error);

    [Theory]
    [InlineData("public partial class Calls", "partial void Set(int fd);", "CS1029")]
    [InlineData("[IoctlGroup('x')] public partial class Calls", "static partial void Set(int fd);", "CS0619")]
    [InlineData("public static partial class Calls", "static partial void Set(int fd);", "CS0619")]
    public void A_call_outside_a_valid_group_is_not_dropped_without_a_word(string type, string method, string error)
        => Errors($"{type} {{ [Ioctl(IoctlMacro.IO, 1, Name = \"X\")] {method} }}").ShouldContain(error);

    [Theory]
    [InlineData("file static partial class Calls")]
    [InlineData("[IoctlGroup('x')] file static partial class Calls")]
    public void A_call_in_a_type_of_one_file_is_not_dropped_without_a_word(string type)
        => Errors($"{type} {{ [Ioctl(IoctlMacro.IO, 1, Name = \"X\")] static partial void Set(int fd); }}").ShouldContain("CS1029");

    [Theory]
    [InlineData("namespace Demo { [Ioctl(IoctlMacro.IO, 1, Name = \"X\")] static partial void Set(int fd); }")]
    [InlineData("namespace Demo { public partial class { [Ioctl(IoctlMacro.IO, 1, Name = \"X\")] static partial void Set(int fd); } }")]
    [InlineData("namespace { [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1, Name = \"X\")] static partial void Set(int fd); } }")]
    [InlineData("[KernelConstants(\"A_\")] enum A { B } [KernelConstants(\"A_\")] enum A { B } [KernelStruct(\"a\")] partial struct A { public int B; }")]
    [InlineData("class A { [KernelConstants(\"A_\")] enum B { C } } namespace A { [KernelConstants(\"A_\")] enum B { C } }")]
    [InlineData("interface I<T> { void M(int fd); } static partial class C { [Ioctl(IoctlMacro.IO, 1, Name = \"X\")] static partial void I<int>.M(int fd); }")]
    public void Half_typed_names_make_no_exception(string source) => Errors(source).ShouldNotBeEmpty();

    [Fact]
    public void An_invalid_struct_takes_its_methods_along()
        => Errors("[KernelStruct(\"s\")] public partial struct S { public bool No; } [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1, Name = \"X\")] public static partial void Set(int fd, in S s); }")
            .ShouldContain("CS0619");

    [Fact]
    public void A_valid_call_stands_beside_an_invalid_one()
    {
        GeneratorRun run = GeneratorRun.Of(TestTarget.Net8, "using IoctlSharp; [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1, Name = \"X\")] public static partial void Set(int fd); [Ioctl(IoctlMacro.IO, 2, Name = \"Y\")] public static partial void Bad(int fd, long value); }");
        run.Sources.ShouldHaveSingleItem().Value.ShouldContain("partial void Set(int fd)");
        run.Complaints.Select(complaint => complaint.Id).ShouldBe(["CS0619"]);
    }

    private static string[] Errors(string source)
    {
        GeneratorRun run = GeneratorRun.Of(TestTarget.Net8, "using IoctlSharp;\n" + source);
        run.Diagnostics.ShouldBeEmpty();
        return [.. run.Complaints.Where(complaint => complaint.Severity == DiagnosticSeverity.Error).Select(complaint => complaint.Id).Distinct()];
    }
}

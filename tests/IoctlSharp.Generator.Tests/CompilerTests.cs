using System;
using IoctlSharp.Generator.Tests.Driving;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace IoctlSharp.Generator.Tests;

/// <summary>The other tests run under the compiler that the project names, not under one that a reference brought along.</summary>
public sealed class CompilerTests
{
    [Fact]
    public void The_compiler_is_the_one_that_the_project_names()
    {
        Version version = typeof(CSharpCompilation).Assembly.GetName().Version!;
        string named = ProjectSetting.Of("Roslyn");
        if (named == "SDK")
            version.Major.ShouldBeGreaterThanOrEqualTo(5, "the SDK is that of .NET 10");
        else
            $"{version.Major}.{version.Minor}".ShouldBe(named);
    }
}

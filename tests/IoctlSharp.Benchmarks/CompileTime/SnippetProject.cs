using System;
using System.IO;
using System.Linq;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.Silence.Tests;

namespace IoctlSharp.Benchmarks.CompileTime;

/// <summary>A project of all snippets of correct driver code, many times over, each copy in a namespace of its own.</summary>
internal static class SnippetProject
{
    public const int Copies = 20;

    /// <summary>Writes it.</summary>
    /// <param name="folder">An empty folder outside of the repository, whose build properties would rule it.</param>
    /// <returns>The project's file.</returns>
    public static string Write(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "Vocabulary.cs"), Vocabulary.Source);
        foreach (string file in SnippetFile.All)
        {
            string name = Path.ChangeExtension(file, null).Replace('/', '_');
            SnippetFile snippets = new(file);
            for (int copy = 0; copy < Copies; copy++)
                File.WriteAllText(Path.Combine(folder, $"{name}.{copy}.cs"), Copy(snippets, $"Copy{copy}.{name}"));
        }

        string project = Path.Combine(folder, "Snippets.csproj");
        File.WriteAllText(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
                <EnableNETAnalyzers>false</EnableNETAnalyzers>
              </PropertyGroup>
              <Import Project="{Repository.Root}/Directory.CompilerComponents.props" />
              <ItemGroup>
                <ProjectReference Include="{Repository.Root}/runtime/IoctlSharp.csproj" />
                <ProjectReference Include="{Repository.Root}/definitions/IoctlSharp.Definitions.csproj" />
              </ItemGroup>
              <!-- The imports of the snippets have their implementations, as the tests compile them. -->
              <Target Name="ImportsAreImplemented" BeforeTargets="CoreCompile">
                <ItemGroup>
                  <Analyzer Remove="@(Analyzer)" Condition="'%(Filename)' == 'Microsoft.Interop.LibraryImportGenerator'" />
                </ItemGroup>
              </Target>
            </Project>
            """);
        return project;
    }

    private static string Copy(SnippetFile snippets, string name)
        => $"namespace {name}\n{{\n{snippets.Shared}\n{string.Join('\n', snippets.Snippets.Select((snippet, number) => InNamespace(snippet.Source, $"Snippet{number}")))}\n}}\n";

    // A file has one file-scoped namespace at most; here it becomes one among others.
    private static string InNamespace(string source, string name)
    {
        string[] lines = source.Split('\n');
        int own = Array.FindIndex(lines, line => line.StartsWith("namespace ", StringComparison.Ordinal) && line.EndsWith(';'));
        if (own >= 0)
        {
            lines[own] = lines[own].TrimEnd(';') + " {";
            lines[^1] += "\n}";
        }

        return $"namespace {name}\n{{\n{string.Join('\n', lines)}\n}}\n";
    }
}

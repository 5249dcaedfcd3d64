using System;
using System.IO;

namespace IoctlSharp.Analyzers.Tests.Testing;

/// <summary>The working tree that these tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Docs { get; } = Path.Combine(Root, "analyzers", "docs");

    private static string Find(string folder)
        => File.Exists(Path.Combine(folder, "IoctlSharp.slnx"))
            ? folder
            : Find(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new InvalidOperationException("No IoctlSharp.slnx above the tests."));
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace IoctlSharp.Packages.Tests;

/// <summary>
/// Debian's Mono. Its small packages lack the assemblies that let a netstandard2.0 library load (its facades); tests/vm/facades fetches them.
/// </summary>
internal static class Mono
{
    private static readonly Lazy<string> s_facades = new(Facades);

    /// <summary>Why no program can be run on Mono here; null if it can.</summary>
    public static string? WhatIsMissing
        => !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "mono")))
            ? "no Mono here: apt-get install mono-runtime libmono-system-core4.0-cil libmono-system-numerics4.0-cil"
            : s_facades.Value.Length == 0 ? "Mono's facades cannot be downloaded: run tests/vm/facades" : null;

    public static Dictionary<string, string> Variables => new() { ["MONO_PATH"] = s_facades.Value };

    private static string Facades()
    {
        if (Environment.GetEnvironmentVariable("MONO_PATH") is { Length: > 0 } configured)
            return configured;
        Command fetch = Command.Run(PackageFeed.RepositoryRoot, new Dictionary<string, string>(), Path.Combine(PackageFeed.RepositoryRoot, "tests/vm/facades"));
        return fetch.Status == 0 ? fetch.Output.TrimEnd().Split('\n').Last() : "";
    }
}

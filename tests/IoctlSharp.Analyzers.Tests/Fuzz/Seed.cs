using System;
using System.Globalization;

namespace IoctlSharp.Analyzers.Tests.Fuzz;

/// <summary>The seed of a run: printed, new each time, and repeated with the environment variable IOCTLSHARP_SEED.</summary>
internal static class Seed
{
    private const string Variable = "IOCTLSHARP_SEED";

    static Seed() => Console.WriteLine($"{Variable}={Value}");

    public static int Value { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text
        ? int.Parse(text, CultureInfo.InvariantCulture)
        : Random.Shared.Next();
}

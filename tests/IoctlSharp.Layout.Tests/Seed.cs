using System;
using System.Globalization;

namespace IoctlSharp.Layout.Tests;

/// <summary>The seed of a run: printed, new each time, and repeated with the environment variable IOCTLSHARP_SEED.</summary>
internal static class Seed
{
    private const string Variable = "IOCTLSHARP_SEED";

    static Seed() => Console.WriteLine($"{Variable}={Value}");

    public static int Value { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text
        ? int.Parse(text, CultureInfo.InvariantCulture)
        : System.Random.Shared.Next();

    public static Random Random() => new(Value);
}

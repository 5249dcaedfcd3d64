using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace IoctlSharp.Benchmarks;

/// <summary>
/// What a call is to cost beside what it costs: the best of many batches, the contestants in turn. What other programs on the machine take away meets
/// all of them alike, and is in none of the best.
/// </summary>
internal static class Targets
{
    private const int Turns = 4000;
    private const double OfBlittable = 1.05;
    private const double OfSafeHandle = 0.6;

    public static void Print()
    {
        var calls = new MapBenchmarks();
        var contestants = new (string Name, Action Batch)[]
        {
            (nameof(calls.C), () => calls.C()),
            (nameof(calls.Blittable), calls.Blittable),
            (nameof(calls.LibraryImportWithFd), calls.LibraryImportWithFd),
            (nameof(calls.LibraryImportWithSafeHandle), calls.LibraryImportWithSafeHandle),
            (nameof(calls.IoctlSharpWithFd), calls.IoctlSharpWithFd),
            (nameof(calls.IoctlSharpWithHandle), calls.IoctlSharpWithHandle),
        };
        Dictionary<string, double> best = contestants.ToDictionary(contestant => contestant.Name, _ => double.MaxValue);
        for (int turn = 0; turn < Turns; turn++)
        {
            foreach ((string name, Action batch) in contestants)
            {
                long start = Stopwatch.GetTimestamp();
                batch();
                best[name] = Math.Min(best[name], Stopwatch.GetElapsedTime(start).TotalNanoseconds / MapBenchmarks.Rounds);
            }
        }

        Console.WriteLine($"A call that returns at once, best of {Turns} batches in turn:");
        foreach ((string name, double nanoseconds) in best)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-28} {nanoseconds,6:0.0} ns"));
        double c = best[nameof(calls.C)];
        Line("int, to the hand-written blittable call", best[nameof(calls.IoctlSharpWithFd)] / best[nameof(calls.Blittable)], OfBlittable);
        Line(
            "what a typed handle adds to C, to what LibraryImport with SafeHandle adds",
            (best[nameof(calls.IoctlSharpWithHandle)] - c) / (best[nameof(calls.LibraryImportWithSafeHandle)] - c), OfSafeHandle);
    }

    private static void Line(string what, double value, double target) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what}: {value:0.00} (to reach: at most {target}{(value <= target ? "" : "; NOT reached")})"));
}

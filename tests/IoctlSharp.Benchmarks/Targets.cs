using System;
using System.Globalization;
using System.Linq;
using BenchmarkDotNet.Reports;

namespace IoctlSharp.Benchmarks;

/// <summary>What the calls are to cost, beside what they cost.</summary>
internal static class Targets
{
    private const double OfBlittable = 1.05;
    private const double OfSafeHandle = 0.6;

    public static void Print(Summary summary)
    {
        double? c = Nanoseconds(summary, "C");
        double? blittable = Nanoseconds(summary, "Blittable");
        double? safeHandle = Nanoseconds(summary, "LibraryImportWithSafeHandle");
        double? withFd = Nanoseconds(summary, "IoctlSharpWithFd");
        double? withHandle = Nanoseconds(summary, "IoctlSharpWithHandle");
        if (c is null || blittable is null || safeHandle is null || withFd is null || withHandle is null)
            return;

        Console.WriteLine(summary.Title);
        Line("int, to the hand-written blittable call", withFd.Value / blittable.Value, OfBlittable);
        Line("typed handle's addition to C, to that of LibraryImport with SafeHandle", (withHandle.Value - c.Value) / (safeHandle.Value - c.Value), OfSafeHandle);
        long allocated = summary.Reports.Where(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name.StartsWith("IoctlSharp", StringComparison.Ordinal))
            .Max(report => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
        Line("allocated bytes", allocated, 0);
    }

    // The best iteration: what other programs on the machine take away is no cost of the call.
    private static double? Nanoseconds(Summary summary, string method) =>
        summary.Reports.FirstOrDefault(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method)?.ResultStatistics?.Min;

    private static void Line(string what, double value, double target) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what}: {value:0.##} (to reach: at most {target}{(value <= target ? "" : "; NOT reached")})"));
}

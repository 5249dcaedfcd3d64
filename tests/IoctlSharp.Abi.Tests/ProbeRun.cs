using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Linq;
using Xunit;

namespace IoctlSharp.Abi.Tests;

/// <summary>Runs of the probe on Mono, one for each architecture. What cannot be had here skips the test with the reason.</summary>
internal static class ProbeRun
{
    private const int SomethingIsMissing = 3;

    private static readonly ConcurrentDictionary<string, Lazy<(int Status, string Output, string Errors)>> s_runs = [];

    /// <param name="options">An architecture, with <c>--native</c> before it for a run without the emulator.</param>
    public static ProbeReport Of(params string[] options)
    {
        (int status, string output, string errors) = s_runs.GetOrAdd(string.Join(' ', options), _ => new(() => Run(options))).Value;
        Assert.SkipWhen(status == SomethingIsMissing, errors.TrimEnd().Split('\n').Last());
        Assert.True(status == 0, $"tests/abi/run {string.Join(' ', options)} ended with {status}: {errors}{output[Math.Max(0, output.Length - 2000)..]}");
        ProbeReport report = new(output);
        Assert.True(report.IsWhole, "the report has no end");
        return report;
    }

    private static (int Status, string Output, string Errors) Run(string[] options)
    {
        string probe = Repository.Built("tests/IoctlSharp.Abi.Probe", "net472", "IoctlSharp.Abi.Probe.exe");
        ProcessStartInfo start = new(Repository.Script("tests/abi/run"), [.. options, probe]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        System.Threading.Tasks.Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}

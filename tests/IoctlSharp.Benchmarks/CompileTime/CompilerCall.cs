using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace IoctlSharp.Benchmarks.CompileTime;

/// <summary>The compiler as MSBuild would call it for a project, in a process of its own: no server that another run has warmed.</summary>
internal sealed class CompilerCall
{
    private const string Ours = "IoctlSharp.Analyzers.dll";

    private static readonly string s_output = Path.Combine(Path.GetTempPath(), "IoctlSharp.Benchmarks.Compiled.dll");

    private readonly string _compiler;
    private readonly string _folder;
    private readonly string[] _arguments;

    /// <param name="project">The project; what it references is built.</param>
    public CompilerCall(string project)
    {
        _folder = Path.GetDirectoryName(project)!;
        string answer = Run(
            "msbuild", project, "-restore", "-nologo", "-t:Compile", "-p:Configuration=Release", "-p:TargetFramework=net10.0", "-p:BuildProjectReferences=false",
            "-p:ProvideCommandLineArgs=true", "-p:SkipCompilerExecution=true", "-p:NonExistentFile=/never-up-to-date", "-getItem:CscCommandLineArgs", "-getProperty:RoslynTargetsPath");
        JsonElement root = JsonDocument.Parse(answer).RootElement;
        _compiler = Path.Combine(root.GetProperty("Properties").GetProperty("RoslynTargetsPath").GetString()!, "bincore", "csc.dll");
        _arguments = [.. root.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!).Where(IsKept)];
    }

    /// <summary>Compiles.</summary>
    /// <param name="analyzers">Whether our analyzers take part. Of others only those that come with the SDK's generators do, always: without generators nothing compiles.</param>
    /// <param name="more">Further options.</param>
    /// <returns>What the compiler printed, how long it took, and for how long it used a processor.</returns>
    public (string Output, double Seconds, double ProcessorSeconds) Compile(bool analyzers, params string[] more)
    {
        long start = Stopwatch.GetTimestamp();
        double used = UsedByChildren();
        string output = Run([
            "exec", _compiler, "/noconfig", "/out:" + s_output, .. more,
            .. _arguments.Where(argument => analyzers || !argument.EndsWith(Ours, StringComparison.Ordinal)),
        ]);
        return (output, Stopwatch.GetElapsedTime(start).TotalSeconds, UsedByChildren() - used);
    }

    // cutime and cstime of proc_pid_stat(5), in hundredths of a second; the program's name before them, in brackets, may hold spaces.
    private static double UsedByChildren()
    {
        string[] fields = File.ReadAllText("/proc/self/stat").Split(") ")[^1].Split(' ');
        return (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / 100.0;
    }

    // What others would analyze, and what would be written into the project's folders.
    private static bool IsKept(string argument)
        => argument != "/noconfig" && !argument.StartsWith("/out:", StringComparison.Ordinal) && !argument.StartsWith("/refout:", StringComparison.Ordinal) && !argument.StartsWith("/doc:", StringComparison.Ordinal)
        && (!argument.StartsWith("/analyzer:", StringComparison.Ordinal) || argument.EndsWith(Ours, StringComparison.Ordinal) || argument.Contains("Generat", StringComparison.Ordinal));

    private string Run(params IEnumerable<string> arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, UseShellExecute = false })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(output);
    }
}

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;

namespace IoctlSharp.Packages.Tests;

/// <summary>A program that ran to its end, and what it wrote.</summary>
public sealed record Command(string Line, int Status, string Output)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);

    // What the process that runs the tests was told about itself is not for the builds that it starts.
    private static readonly string[] s_ownVariables = ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly", "DOTNET_ROLL_FORWARD"];

    public static Command Run(string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string variable in s_ownVariables)
            start.Environment.Remove(variable);
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string line = $"{program} {string.Join(' ', arguments)}";
        if (!process.WaitForExit(s_limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{line} did not end within {s_limit}:\n{output.Result}{errors.Result}");
        }

        return new Command(line, process.ExitCode, output.Result + errors.Result);
    }

    public Command ShouldSucceed()
    {
        Status.ShouldBe(0, ToString());
        return this;
    }

    public Command ShouldFail()
    {
        Status.ShouldNotBe(0, ToString());
        return this;
    }

    public override string ToString() => $"{Line}\n{Output}\nstatus {Status}";
}

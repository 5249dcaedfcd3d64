using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;

namespace IoctlSharp.Tool.Tests;

/// <summary>One run of the tool as a process of its own.</summary>
internal sealed record ToolRun(int Status, string Output, string Errors)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);

    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>The assembly of tests/IoctlSharp.Tool.Driver.</summary>
    public static string Driver { get; } = Built("tests/IoctlSharp.Tool.Driver", "Toaster.dll");

    /// <summary>The assembly of tests/IoctlSharp.Tool.UncheckedDriver.</summary>
    public static string UncheckedDriver { get; } = Built("tests/IoctlSharp.Tool.UncheckedDriver", "Grill.dll");

    /// <summary>The assembly of the definitions.</summary>
    public static string Definitions { get; } = Built("definitions", "IoctlSharp.Definitions.dll");

    public static ToolRun Of(params string[] arguments) => OfProgram("dotnet", ["exec", Built("definitions/Tool", "IoctlSharp.Tool.dll"), .. arguments]);

    public static ToolRun OfProgram(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        // What the process that runs the tests was told about itself is not for the programs that it starts.
        foreach (string variable in (string[])["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly"])
            start.Environment.Remove(variable);
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within {s_limit}");
        }

        return new ToolRun(process.ExitCode, output.Result, errors.Result);
    }

    public ToolRun ShouldExitWith(int status)
    {
        Status.ShouldBe(status, ToString());
        return this;
    }

    private static string Built(string project, string file) => Path.Combine(RepositoryRoot, project, "bin", Configuration, "net10.0", file);

    private static string Metadata(string key)
        => typeof(ToolRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == key).Value!;
}

using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace IoctlSharp.Spapr.Tests;

/// <summary>The program of the POWER guests, the same file, on this machine: up to the first device that is missing.</summary>
public class PortableProgramTests
{
    private static readonly string s_program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "../../../../IoctlSharp.Spapr.Guest/bin", Configuration, "net472/IoctlSharp.Spapr.Guest.exe"));

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    [Fact]
    public async Task It_runs_on_mono()
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "x86-64 only");
        Assert.SkipWhen(Environment.GetEnvironmentVariable("MONO_PATH") is null or "", "tests/run sets MONO_PATH, the facades of netstandard2.0");

        await Run("mono", s_program, "none");
    }

    [Fact]
    public async Task It_runs_on_dotnet()
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "x86-64 only");
        string configuration = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.runtimeconfig.json");
        await File.WriteAllTextAsync(
            configuration,
            $$"""
            { "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version.ToString(3)}}" } } }
            """,
            TestContext.Current.CancellationToken);
        try
        {
            await Run("dotnet", "exec", "--runtimeconfig", configuration, s_program, "none");
        }
        finally
        {
            File.Delete(configuration);
        }
    }

    private static async Task Run(string command, params string[] arguments)
    {
        ProcessStartInfo start = new(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string errors = await error;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(0, output + errors);
        output.ShouldContain("ok   VFIO_GET_API_VERSION: 0x3b64");
        output.ShouldContain("ok   sizeof(struct vfio_eeh_pe_op): 40");
        output.ShouldEndWith(" passed, 0 failed\n");
    }
}

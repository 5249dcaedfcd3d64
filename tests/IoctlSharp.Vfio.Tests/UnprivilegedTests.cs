using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace IoctlSharp.Vfio.Tests;

/// <summary>Runs this program once more, as uid 1000.</summary>
public sealed class UnprivilegedTests
{
    [Fact]
    public async Task Every_test_of_an_ordinary_user_passes_as_uid_1000()
    {
        ProcessStartInfo start = new(AsUser())
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "1000", GuestDevices.PortEdu, "dotnet", "exec", typeof(UnprivilegedTests).Assembly.GetName().Name + ".dll",
                "-noLogo", "-noColor", "-trait", "User=ordinary",
            },
        };
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper!.WriteLine(output);
        process.ExitCode.ShouldBe(0, output);
        output.ShouldContain("Total: 4, Errors: 0, Failed: 0");
    }

    private static string AsUser()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string script = Path.Combine(folder.FullName, "tests/vm/guest/as-user");
            if (File.Exists(script))
                return script;
        }

        throw new FileNotFoundException($"There is no tests/vm/guest/as-user above {AppContext.BaseDirectory}.");
    }
}

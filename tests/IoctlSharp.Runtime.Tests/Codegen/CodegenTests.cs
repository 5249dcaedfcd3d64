using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Codegen;

/// <summary>What the JIT makes of the runtime, as it prints it: this assembly is run once more, with one test, and told to say.</summary>
public sealed class CodegenTests
{
    private const string InChild = "IOCTLSHARP_CODEGEN";

    [Fact]
    public void The_subjects_do_what_they_say()
    {
        CodegenSubjects.CallWithFd(-1).ShouldBe(-(int)Errno.EBADF);
        using TestFile file = TestFile.Memory(4096);
        using MappedRegion region = file.Map(0, 4096);
        CodegenSubjects.PollLowBit(region, 5).ShouldBe(5);
        region.Write64(0x98, 0x1234_5678_9abc_def1);
        CodegenSubjects.PollLowBit(region, 5).ShouldBe(0);
        CodegenSubjects.LowByte(region).ShouldBe((byte)0xf1);
    }

    [Fact]
    public async Task A_raw_call_is_the_call_and_nothing_else()
    {
        IReadOnlyDictionary<string, string> code = await Listings();
        string call = code["CallWithFd"];
        call.ShouldContain("0x3B71"); // the number is a constant

        // The libc call itself goes through a register; by name only what happens on failure and around any native call.
        string[] calls = Calls(call).ToArray();
        calls.Count(name => name.Contains("Libc:Ioctl", StringComparison.Ordinal)).ShouldBe(1);
        calls.Where(name => !name.Contains("Libc:Ioctl", StringComparison.Ordinal) && !name.Contains("IoctlCall:Failed", StringComparison.Ordinal) && !name.Contains("CORINFO_HELP", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_register_is_read_at_its_own_width_whatever_is_used_of_it()
    {
        IReadOnlyDictionary<string, string> code = await Listings();
        Calls(code["PollLowBit"]).ShouldContain(name => name.Contains("RegisterAccess:Load32", StringComparison.Ordinal));
        Calls(code["LowByte"]).ShouldContain(name => name.Contains("RegisterAccess:Load64", StringComparison.Ordinal));
        code["Load32"].ShouldContain("mov      eax, dword ptr [rdi]");
        code["Load64"].ShouldContain("mov      rax, qword ptr [rdi]");
    }

    private static IEnumerable<string> Calls(string listing) => Regex.Matches(listing, @"^\s+(?:call|tail\.jmp)\s+(.*)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value);

    private static async Task<IReadOnlyDictionary<string, string>> Listings()
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "the instructions looked for are x86-64's");
        Assert.SkipWhen(typeof(CodegenTests).Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled == true, "a Debug build is not optimized");
        Assert.SkipWhen(Environment.GetEnvironmentVariable(InChild) is not null, "this is the child");
        string output = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
            if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
                start.ArgumentList.Add(typeof(CodegenTests).Assembly.Location);
            foreach (string argument in (string[])["-noLogo", "-noColor", "-method", $"{typeof(CodegenTests).FullName}.{nameof(The_subjects_do_what_they_say)}"])
                start.ArgumentList.Add(argument);
            start.Environment[InChild] = "1";
            start.Environment["DOTNET_JitStdOutFile"] = output;
            start.Environment["DOTNET_JitDisasm"] = "CallWithFd PollLowBit LowByte Load32 Load64";
            start.Environment["DOTNET_TieredCompilation"] = "0";
            using Process child = Process.Start(start)!;
            Task<string> errors = child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string text = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            child.ExitCode.ShouldBe(0, text + await errors);
            return Regex.Split(await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken), "^; Assembly listing for method ", RegexOptions.Multiline)
                .Skip(1).GroupBy(listing => Regex.Match(listing, @":(\w+)\(").Groups[1].Value).ToDictionary(group => group.Key, group => group.Last());
        }
        finally
        {
            File.Delete(output);
        }
    }
}

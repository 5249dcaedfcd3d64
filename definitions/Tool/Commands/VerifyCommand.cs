using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using IoctlSharp.Tool.Layout;
using IoctlSharp.Tool.Proof;
using IoctlSharp.Tool.Reading;

namespace IoctlSharp.Tool.Commands;

/// <summary><c>ioctlsharp verify</c>.</summary>
internal static class VerifyCommand
{
    private const string Details = """
        Sizes, alignments, offsets and sizes of fields, images of bit-fields, numbers of commands and values of constants are compared with what
        the compiler makes of the headers that the declarations name (Header = ...). What it compiles is read and never run, so any cross
        compiler serves; its target is asked of it. Each difference is one line on standard output:

          toaster_program.deadline: C# offset 8, C offset 16

        The exit status is 0 when there is none, 1 when there is one, 2 when the comparison could not be made.

        Example: ioctlsharp verify MyDriver.dll --cc 'gcc -m32' --include driver/uapi
        """;

    public static Command Create()
    {
        Argument<string> assembly = Inputs.Assembly();
        Option<string> compiler = new("--cc") { Description = "The C compiler, gcc or clang; options may follow the name: 'clang -target loongarch64-linux-gnu'.", DefaultValueFactory = _ => "cc", HelpName = "COMPILER" };
        Option<string[]> includes = Many("--include", "DIR", "A folder in which headers are looked for before the compiler's own.");
        Option<string[]> without = Many("--without", "HEADER", "Leave out what names this header: 'asm/eeh.h' exists for POWER alone.");
        Option<bool> complete = new("--complete") { Description = "Also report what the headers define and the assembly does not declare." };
        Option<string[]> except = Many("--except", "NAME", "Not to be reported by --complete; a * at the end stands for anything.");
        DetailedCommand command = new("verify", "Compares what an assembly declares with C, by a C compiler and the real headers.", Details) { assembly, compiler, includes, without, complete, except };
        command.SetAction(arguments =>
        {
            CCompiler cc = new(arguments.GetRequiredValue(compiler), arguments.GetValue(includes) ?? []);
            ProofEngine proof = new(AssemblyReader.Read(arguments.GetRequiredValue(assembly)), cc, arguments.GetValue(without) ?? []);
            List<string> differences = [.. proof.Differences()];
            if (arguments.GetValue(complete))
                differences.AddRange(proof.Undeclared().Where(name => !(arguments.GetValue(except) ?? []).Any(pattern => Covers(pattern, name))).Select(name => $"{name}: not declared in C#"));
            differences.ForEach(Console.WriteLine);
            Console.Error.WriteLine($"ioctlsharp: {differences.Count} differences in {proof.Comparisons} comparisons on {AbiName.Of(cc.Target)}");
            return differences.Count == 0 ? ExitCode.Agrees : ExitCode.Differs;
        });
        return command;
    }

    private static bool Covers(string pattern, string name) => pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern;

    private static Option<string[]> Many(string name, string value, string description) => new(name) { Description = description, HelpName = value, AllowMultipleArgumentsPerToken = false };
}

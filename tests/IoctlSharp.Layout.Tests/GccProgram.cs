using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text;
using IoctlSharp.Generator.Layout;
using Shouldly;

namespace IoctlSharp.Layout.Tests;

/// <summary>
/// Asks gcc: constant expressions go into one table, initialized objects into one image, and both are cut out of the object file. Nothing
/// is linked or run, so i386 needs no 32-bit C library.
/// </summary>
internal sealed class GccProgram(string prologue)
{
    private readonly List<string> _facts = [];
    private readonly List<(string Type, string Initializer)> _images = [];

    /// <summary>The number of a question whose answer is an unsigned 32-bit constant.</summary>
    public int Ask(string expression)
    {
        _facts.Add(expression);
        return _facts.Count - 1;
    }

    /// <summary>The number of an object whose bytes are wanted.</summary>
    public int AskImage(string type, string initializer)
    {
        _images.Add((type, initializer));
        return _images.Count - 1;
    }

    public GccAnswers Compile(DataModel model)
    {
        string folder = Directory.CreateTempSubdirectory("ioctlsharp-gcc-").FullName;
        try
        {
            string source = Path.Combine(folder, "source.c");
            string compiled = Path.Combine(folder, "source.o");
            File.WriteAllText(source, Text());
            // -idirafter: gcc -m32 alone looks for <asm/...> in the i386 folder only; the x86 headers are the same files for both.
            string multiarch = Run("gcc", "-print-multiarch").Trim();
            Run("gcc", model == DataModel.I386 ? "-m32" : "-m64", "-w", "-O0", "-idirafter", "/usr/include/" + multiarch, "-c", source, "-o", compiled);
            return new GccAnswers(Section(compiled, ".facts"), Section(compiled, ".images"), _facts.Count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string Text()
    {
        var text = new StringBuilder(prologue).AppendLine();
        text.AppendLine("struct images {");
        for (int i = 0; i < _images.Count; i++)
            text.AppendLine($"  {_images[i].Type} object{i};");
        text.AppendLine("};");
        text.AppendLine("""const struct images images __attribute__((section(".images"))) = {""");
        foreach ((_, string initializer) in _images)
            text.AppendLine($"  {initializer},");
        text.AppendLine("};");
        text.AppendLine("""const unsigned facts[] __attribute__((section(".facts"))) = {""");
        foreach (string fact in _facts)
            text.AppendLine($"  {fact},");
        for (int i = 0; i < _images.Count; i++)
            text.AppendLine($"  __builtin_offsetof(struct images, object{i}), sizeof({_images[i].Type}),");
        return text.AppendLine("};").ToString();
    }

    private static byte[] Section(string compiled, string name)
    {
        string file = compiled + "." + name;
        Run("objcopy", "-O", "binary", "--only-section=" + name, compiled, file);
        return File.Exists(file) ? File.ReadAllBytes(file) : [];
    }

    private static string Run(string program, params string[] arguments)
    {
        Process process;
        try
        {
            process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException($"These tests compare with {program}: apt-get install gcc libc6-dev.", missing);
        }
        using (process)
        {
            System.Threading.Tasks.Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}\nIOCTLSHARP_SEED={Seed.Value}\n{errors.Result[..Math.Min(2000, errors.Result.Length)]}");
            return output;
        }
    }
}

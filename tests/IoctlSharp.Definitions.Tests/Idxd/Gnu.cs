using System;
using System.Diagnostics;
using System.IO;

namespace IoctlSharp.Definitions.Tests.Idxd;

/// <summary>Debian's compiler and binary tools.</summary>
internal static class Gnu
{
    /// <summary>Compiles, in a folder that is gone afterwards.</summary>
    /// <param name="name">The file's name: its extension says what it is.</param>
    /// <param name="source">The text.</param>
    /// <param name="use">Given the file that was made, which is called <c>out</c>.</param>
    /// <param name="arguments">Of the compiler.</param>
    public static T Compile<T>(string name, string source, Func<string, T> use, params string[] arguments)
    {
        string folder = Directory.CreateTempSubdirectory("ioctlsharp-").FullName;
        try
        {
            string file = Path.Combine(folder, name);
            string made = Path.Combine(folder, "out");
            File.WriteAllText(file, source);
            Run("gcc", [.. arguments, "-o", made, file]);
            return use(made);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The bytes of a section of an object file.</summary>
    public static byte[] Section(string file, string section)
    {
        Run("objcopy", "-O", "binary", "--only-section=" + section, file, file + ".bin");
        return File.ReadAllBytes(file + ".bin");
    }

    /// <summary>What a program prints.</summary>
    public static string Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        System.Threading.Tasks.Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.Result}");
    }
}

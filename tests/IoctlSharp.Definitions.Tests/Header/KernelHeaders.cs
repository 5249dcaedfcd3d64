using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using IoctlSharp.Tool.Proof;

namespace IoctlSharp.Definitions.Tests.Header;

/// <summary>The newest kernel headers that Debian has, or those of this machine where that cannot be had, and what they define.</summary>
internal static class KernelHeaders
{
    public static readonly string[] Names =
        ["linux/vfio.h", "linux/vfio_zdev.h", "linux/vfio_ccw.h", "linux/iommufd.h", "misc/uacce/uacce.h", "misc/uacce/hisi_qm.h", "linux/idxd.h"];

    // uacce.h uses BIT(), which no header for user space has. Headers of Linux 6.1 have no iommufd.h.
    public static readonly string Prologue =
        "#include <stddef.h>\n#define BIT(n) (1u << (n))\n" + string.Concat(Names.Select(name => $"#if __has_include(<{name}>)\n#include <{name}>\n#endif\n"));

    private static readonly Lazy<string> s_folder = new(() => Find());
    private static readonly Lazy<CHeaderModel> s_defined = new(() => Read(Include, Prologue));

    /// <summary>Constants, commands and macros.</summary>
    public static IReadOnlySet<string> Defined => s_defined.Value.Names;

    /// <summary>The folder that has the headers of all architectures in "include", and those of each in "arch/NAME".</summary>
    public static string Folder => s_folder.Value;

    public static string Include => Path.Combine(Folder, "include");

    /// <summary>Whether the headers are at least as new as the definitions: then nothing may be missing on either side.</summary>
    public static bool AreNewest => Defined.Contains("VFIO_DEVICE_FEATURE_ZPCI_ERROR") && Defined.Contains("IOMMU_IOAS_NOIOMMU_GET_PA");

    /// <summary>The reason that a test gives which needs the newest headers.</summary>
    public const string WhyNotNewest = "the kernel headers here are older than the definitions, and tests/uapi/headers could not get newer ones";

    /// <summary>Compiles with the headers of a folder.</summary>
    public static (string Output, string Errors) Compiler(string folder, string source, params string[] arguments)
        => Run("gcc", source, ["-x", "c", "-std=gnu11", "-I", folder, .. arguments, "-"]);

    private static string Find([CallerFilePath] string here = "")
    {
        string script = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "uapi", "headers"));
        (string output, string errors) = Run(script, "");
        string folder = output.Trim();
        if (Directory.Exists(folder))
            return folder;
        Xunit.TestContext.Current.SendDiagnosticMessage($"No newest kernel headers, those of this machine serve: {errors}");
        return "/usr";
    }

    /// <summary>What the headers of a folder define, of <see cref="Names"/>.</summary>
    public static CHeaderModel Read(string folder, string prologue)
    {
        (string output, string errors) = Compiler(folder, prologue, "-E", "-dD");
        if (output.Length == 0)
            throw new InvalidOperationException(errors);
        return CHeaderReader.Read(output, Names);
    }

    /// <summary>Runs a program to its end.</summary>
    public static (string Output, string Errors) Run(string program, string input, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        System.Threading.Tasks.Task<string> errors = process.StandardError.ReadToEndAsync();
        System.Threading.Tasks.Task<string> output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        string complaint = errors.Result;
        return process.ExitCode == 0 ? (output.Result, "") : ("", complaint.Length == 0 ? $"{program} ended with {process.ExitCode}" : complaint);
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using IoctlSharp.Definitions.Tests.Header;

namespace IoctlSharp.Definitions.Tests.Since;

/// <summary>The kernels whose headers Debian keeps, oldest first; none where they cannot be had.</summary>
internal static class KeptKernels
{
    public const string WhyMissing = "tests/uapi/history could not get the headers of the kernels that Debian keeps";

    // What the headers take from elsewhere is the same for both sizes of pointers; the folder of 32-bit headers is not installed everywhere.
    private static readonly string[] s_32Bit = ["-m32", "-ffreestanding", "-isystem", "/usr/include/x86_64-linux-gnu"];

    /// <summary>The compiler's options for each data model. Only i386 aligns 64-bit integers to 4 bytes.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> DataModels = new Dictionary<string, string[]>
    {
        ["LP64"] = ["-m64"],
        ["ILP32"] = [.. s_32Bit, "-malign-double"],
        ["i386"] = s_32Bit,
    };

    private static readonly Lazy<IReadOnlyList<KeptKernel>> s_all = new(() => Find());

    public static IReadOnlyList<KeptKernel> All => s_all.Value;

    /// <summary>The first kernel that has something, and the one before it: it appeared behind the one and no later than the other.</summary>
    public static (Version? After, Version First)? FirstWith(Func<KeptKernel, bool> has)
    {
        Version? before = null;
        foreach (KeptKernel kernel in All)
        {
            if (has(kernel))
                return (before, kernel.Version);
            before = kernel.Version;
        }

        return null;
    }

    private static IReadOnlyList<KeptKernel> Find([CallerFilePath] string here = "")
    {
        string script = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "uapi", "history"));
        string folder = KernelHeaders.Run(script, "").Output.Trim();
        return Directory.Exists(folder)
            ? [.. Directory.GetDirectories(folder).Select(version => new KeptKernel(version)).OrderBy(kernel => kernel.Version)]
            : [];
    }
}

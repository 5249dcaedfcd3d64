using System.IO;
using System.Runtime.CompilerServices;

namespace IoctlSharp.Abi.Tests;

/// <summary>Files of this tree.</summary>
internal static class Repository
{
    private static readonly string s_root = Root();

    public static string Script(string path) => Path.Combine(s_root, path);

    /// <summary>What another project built, in the configuration of these tests.</summary>
    public static string Built(string project, string framework, string file) => Path.Combine(s_root, project, "bin", Configuration, framework, file);

    private static string Configuration => Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(typeof(Repository).Assembly.Location)!)!);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}

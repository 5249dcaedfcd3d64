using System;
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Layout;

namespace IoctlSharp.Tool.Layout;

/// <summary>The names of ABIs in manifests and on the command line.</summary>
internal static class AbiName
{
    public static readonly IReadOnlyList<LinuxAbi> All = Enum.GetValues<LinuxAbi>();

    public static readonly IReadOnlyList<string> Names = [.. All.Select(Of)];

    public static string Of(LinuxAbi abi) => abi.ToString().ToLowerInvariant();

    /// <summary>The ABI of that name; null when there is none.</summary>
    public static LinuxAbi? Find(string name) => Names.Contains(name) ? All[Names.ToList().IndexOf(name)] : null;
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using IoctlSharp.Vfio;

namespace IoctlSharp.Coverage.Tests;

/// <summary>Everything that must have a row: the definitions' commands, and the features of devices.</summary>
internal static partial class KnownNames
{
    /// <summary>Every command, in the order of headers and numbers.</summary>
    public static IReadOnlyList<IoctlCommand> Commands { get; } = typeof(VfioIoctls).Assembly.GetExportedTypes()
        .Where(type => type.IsNested && type.Name == "Commands")
        .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Static))
        .Select(member => member is PropertyInfo property ? property.GetValue(null) : (member as FieldInfo)?.GetValue(null))
        .OfType<IoctlCommand>()
        .OrderBy(command => command.Type)
        .ThenBy(command => command.Nr)
        .ThenBy(command => command.Name, StringComparer.Ordinal)
        .ToList();

    /// <summary>Every feature.</summary>
    public static IReadOnlyList<VfioFeature> Features { get; } = Enum.GetValues<VfioFeature>();

    /// <summary>The C name.</summary>
    public static string Of(VfioFeature feature)
    {
        FieldInfo field = typeof(VfioFeature).GetField($"{feature}")!;
        return field.GetCustomAttribute<CNameAttribute>()?.Name ?? "VFIO_DEVICE_FEATURE_" + Words().Replace(field.Name, "_").ToUpperInvariant();
    }

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Words();
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using IoctlSharp.Tests;
using Xunit;

namespace IoctlSharp.Coverage.Tests;

/// <summary>An assembly whose tests run in a virtual machine.</summary>
internal sealed record Guest(string Kernel, string Project, string Framework, string Extension)
{
    public static IReadOnlyList<Guest> All { get; } =
    [
        new("Linux 6.1", "IoctlSharp.Vfio.Tests", "net10.0", "dll"),
        new("Linux 7.2", "IoctlSharp.Iommufd.Tests", "net10.0", "dll"),
        new("Linux 6.12 on POWER", "IoctlSharp.Spapr.Guest", "net472", "exe"),
    ];

    public IEnumerable<Mark> Marks()
    {
        // Its own copy of the attribute: the same source in each assembly.
        foreach (MethodInfo test in Load().GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)))
        {
            foreach (CustomAttributeData mark in test.GetCustomAttributesData().Where(data => data.AttributeType.FullName == typeof(CoversAttribute).FullName))
            {
                object? refused = mark.NamedArguments.FirstOrDefault(argument => argument.MemberName == nameof(CoversAttribute.Refused)).TypedValue.Value;
                yield return new Mark(this, test, (string)mark.ConstructorArguments[0].Value!, refused is null ? Errno.None : (Errno)Convert.ToInt32(refused));
            }
        }
    }

    /// <summary>Whether the machine runs it: a test whose namespace the project's script names, if it names any; in a program what its start leads to.</summary>
    public bool Runs(MethodInfo test)
    {
        if (!test.GetCustomAttributes().Any(attribute => attribute is FactAttribute))
            return Extension == "exe" && new Reach(Load().EntryPoint!).Leads(test);
        string script = File.ReadAllText(Path.Combine(TestsFolder(), Project, "guest"));
        return !script.Contains("-namespace ", StringComparison.Ordinal) || Regex.IsMatch(script, $@"-namespace {Regex.Escape(test.DeclaringType!.Namespace!)}(\s|$)");
    }

    private Assembly Load()
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Assembly.LoadFrom(Path.Combine(TestsFolder(), Project, "bin", configuration, Framework, $"{Project}.{Extension}"));
    }

    public static string TestsFolder([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, ".."));
}

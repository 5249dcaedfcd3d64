using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using IoctlSharp.Definitions.Tests.Header;
using IoctlSharp.Tool.Proof;

namespace IoctlSharp.Definitions.Tests.Since;

/// <summary>What the headers of one kernel have that Debian keeps: <see cref="KernelHeaders.Names"/>, as far as they existed.</summary>
internal sealed partial class KeptKernel
{
    private readonly string _folder;
    private readonly string _prologue;
    private readonly CHeaderModel _defined;

    public KeptKernel(string folder)
    {
        _folder = folder;
        Version = Version.Parse(Path.GetFileName(folder));
        // A header that this kernel lacks must not come from this machine.
        _prologue = "#include <stddef.h>\n#define BIT(n) (1u << (n))\n"
            + string.Concat(KernelHeaders.Names.Where(name => File.Exists(Path.Combine(folder, name))).Select(name => $"#include <{name}>\n"));
        _defined = KernelHeaders.Read(folder, _prologue);
    }

    public Version Version { get; }

    /// <summary>Constants, commands and macros.</summary>
    public bool Defines(string name) => _defined.Names.Contains(name);

    public bool HasStruct(string tag) => _defined.Structs.ContainsKey(tag);

    /// <summary>Those of the members (<c>("vfio_device_info", "cap_offset")</c>) that a C compiler knows.</summary>
    public IReadOnlySet<(string Tag, string Member)> Known(IReadOnlyList<(string Tag, string Member)> members)
    {
        // A bit-field has neither an address nor a size, but a value.
        string source = _prologue + "#pragma GCC diagnostic ignored \"-Wunused-value\"\nvoid members(void) {\n" + string.Concat(members.Select((member, index)
            => $"#line {index + 1} \"member\"\n((struct {member.Tag} *)0)->{member.Member};\n")) + "}\n";
        (_, string errors) = KernelHeaders.Compiler(_folder, source, "-fsyntax-only", "-fmax-errors=0");
        HashSet<int> missing = [.. MemberError().Matches(errors).Select(match => int.Parse(match.Groups[1].Value) - 1)];
        if (missing.Count == 0 && errors.Length > 0)
            throw new InvalidOperationException(errors);
        return members.Where((_, index) => !missing.Contains(index)).ToHashSet();
    }

    /// <summary>The sizes of the structs that this kernel has, as the compiler with these options (<c>-m32</c>) lays them out.</summary>
    public IReadOnlyDictionary<string, int> Sizes(IEnumerable<string> tags, params string[] options)
    {
        string[] known = [.. tags.Where(HasStruct)];
        string source = _prologue + string.Concat(known.Select((tag, index) => $"char size_{index}[sizeof(struct {tag})];\n"));
        (string output, string errors) = KernelHeaders.Compiler(_folder, source, ["-S", "-fno-common", "-o", "-", .. options]);
        Dictionary<string, int> sizes = SizeDirective().Matches(output).ToDictionary(match => known[int.Parse(match.Groups[1].Value)], match => int.Parse(match.Groups[2].Value));
        return sizes.Count == known.Length ? sizes : throw new InvalidOperationException($"gcc {string.Join(' ', options)}: {errors}");
    }

    /// <summary>The offsets of members.</summary>
    public IReadOnlyList<int> Offsets(IReadOnlyList<(string Tag, string Member)> members, params string[] options)
    {
        // An array of no elements has no size directive.
        string source = _prologue + string.Concat(members.Select((member, index) => $"char size_{index}[__builtin_offsetof(struct {member.Tag}, {member.Member}) + 1];\n"));
        (string output, string errors) = KernelHeaders.Compiler(_folder, source, ["-S", "-fno-common", "-o", "-", .. options]);
        int[] offsets = [.. SizeDirective().Matches(output).OrderBy(match => int.Parse(match.Groups[1].Value)).Select(match => int.Parse(match.Groups[2].Value) - 1)];
        return offsets.Length == members.Count ? offsets : throw new InvalidOperationException($"gcc {string.Join(' ', options)}: {errors}");
    }

    [GeneratedRegex(@"^member:(\d+):\d+: error:", RegexOptions.Multiline)]
    private static partial Regex MemberError();

    [GeneratedRegex(@"\.size\s+size_(\d+), (\d+)")]
    private static partial Regex SizeDirective();
}

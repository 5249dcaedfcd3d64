using System.Collections.Generic;
using System.Linq;

namespace IoctlSharp.Abi.Tests;

/// <summary>What the probe printed.</summary>
internal sealed class ProbeReport(string output)
{
    private readonly string[][] _lines = [.. output.Split('\n').Select(line => line.TrimEnd('\r').Split('\t'))];

    /// <summary>It came to its end.</summary>
    public bool IsWhole => _lines.Any(line => line is ["end"]);

    public string Abi => Of("abi").Single()[1];

    public bool IsBigEndian => Of("endian").Single()[1] == "big";

    public IReadOnlyDictionary<string, int> Sizes => Of("size").ToDictionary(line => line[1], line => int.Parse(line[2]));

    public ILookup<string, (string Path, int Offset, int Size)> Fields => Of("field").ToLookup(line => line[1], line => (line[2], int.Parse(line[3]), int.Parse(line[4])));

    /// <summary>The bytes of the struct in hexadecimal once all bits of the field are set, in the order of the fields.</summary>
    public ILookup<string, (string Path, string Image)> Ones => Of("ones").ToLookup(line => line[1], line => (line[2], line[3]));

    /// <summary>The bytes once each bit-field has the number of its place among them, from 1.</summary>
    public IReadOnlyDictionary<string, string> Mixed => Of("mixed").ToDictionary(line => line[1], line => line[2]);

    public ILookup<string, uint> Numbers => Of("number").ToLookup(line => line[1], line => uint.Parse(line[2]));

    public IReadOnlyDictionary<string, string> Calls => Of("call").ToDictionary(line => line[1], line => line[2]);

    /// <summary>What became of calls that no driver knows: an error, or why they were not made.</summary>
    public IReadOnlyDictionary<string, string> Refusals => Of("refusal").ToDictionary(line => line[1], line => line[2]);

    private IEnumerable<string[]> Of(string kind) => _lines.Where(line => line[0] == kind);
}

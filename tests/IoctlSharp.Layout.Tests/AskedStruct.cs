using System.Collections.Generic;
using IoctlSharp.Generator.Layout;

namespace IoctlSharp.Layout.Tests;

/// <summary>A definition and the numbers of the questions about it.</summary>
internal sealed record AskedStruct(
    CStruct Definition,
    string Source,
    int Size,
    int Alignment,
    int? Tail,
    IReadOnlyList<(int Index, int Offset, int Size)> Fields,
    IReadOnlyList<int> FilledImages,
    IReadOnlyList<AskedBits> Bits)
{
    public string Describe(DataModel model, string what) => $"{what}, {model}, IOCTLSHARP_SEED={Seed.Value}\n{Source}";
}

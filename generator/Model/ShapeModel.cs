using IoctlSharp.Generator.Layout;

namespace IoctlSharp.Generator.Model;

/// <summary>A kernel struct as a call sees it: its type, its C layout, and the members that the call itself sets.</summary>
/// <param name="Type">The type, as C# writes it.</param>
/// <param name="Definition">The C layout.</param>
/// <param name="ArgSize">The C name of the size field; empty when there is none.</param>
/// <param name="TailCount">The C name of the tail's count; empty when there is none.</param>
public sealed record ShapeModel(string Type, CStruct Definition, string ArgSize, string TailCount);

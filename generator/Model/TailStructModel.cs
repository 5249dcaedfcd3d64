namespace IoctlSharp.Generator.Model;

/// <summary>A struct that stands behind the argument.</summary>
/// <param name="Parameter">The parameter that is it; empty when none is, and it starts as zero.</param>
/// <param name="Form">Who writes it.</param>
/// <param name="Shape">Its C side.</param>
public sealed record TailStructModel(string Parameter, PassingForm Form, ShapeModel Shape);

namespace IoctlSharp.Generator.Model;

/// <summary>A field that says how much a pointer field points to.</summary>
/// <param name="Field">The field.</param>
/// <param name="Type">Its type, as C# writes it.</param>
/// <param name="Limit">The largest number that it holds; <c>int.MaxValue</c> when it holds every length.</param>
/// <param name="Form">What it counts.</param>
public sealed record LengthModel(FieldPathModel Field, string Type, int Limit, LengthForm Form);

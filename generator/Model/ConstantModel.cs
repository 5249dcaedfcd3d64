namespace IoctlSharp.Generator.Model;

/// <summary>One constant.</summary>
/// <param name="Name">The C# member, escaped.</param>
/// <param name="CName">The C name.</param>
/// <param name="Value">Its value as 64 bits.</param>
public sealed record ConstantModel(string Name, string CName, ulong Value);

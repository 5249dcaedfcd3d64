namespace IoctlSharp.Tool.Model;

/// <summary>One constant.</summary>
/// <param name="CName">The C name.</param>
/// <param name="CsName">The C# constant.</param>
/// <param name="Header">The header that defines it; empty when not stated.</param>
/// <param name="Value">An integer of its C# type, or a string.</param>
internal sealed record DeclaredConstantModel(string CName, string CsName, string Header, object Value);

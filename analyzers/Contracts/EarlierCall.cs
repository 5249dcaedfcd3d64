namespace IoctlSharp.Analyzers.Contracts;

/// <summary>A command that another one comes after.</summary>
/// <param name="Method">The name of its method.</param>
/// <param name="Value">The argument that it must have had; null for any.</param>
internal sealed record EarlierCall(string Method, ulong? Value);

namespace IoctlSharp.Generator.Model;

/// <summary>The first parameter of a call: the file descriptor.</summary>
/// <param name="Parameter">The parameter, escaped.</param>
/// <param name="IsHandle">A SafeHandle (else an <c>int</c>).</param>
public sealed record DescriptorModel(string Parameter, bool IsHandle);

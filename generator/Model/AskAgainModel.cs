namespace IoctlSharp.Generator.Model;

/// <summary>The protocol by which the kernel asks for more room.</summary>
/// <param name="Error">The name of the <c>Errno</c> member that asks; empty when the kernel succeeds.</param>
/// <param name="Count">The C name of the field with the wanted count; empty when argsz says it.</param>
/// <param name="Array">The C name of the field with the array's address; empty when the answer stands in the struct's own tail.</param>
/// <param name="ElementSize">The size of an element.</param>
public sealed record AskAgainModel(string Error, string Count, string Array, int ElementSize);

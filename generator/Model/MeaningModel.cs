namespace IoctlSharp.Generator.Model;

/// <summary>What the kernel means by an error of a command.</summary>
/// <param name="Error">The name of the <c>Errno</c> member.</param>
/// <param name="Text">The meaning.</param>
public sealed record MeaningModel(string Error, string Text);

namespace IoctlSharp.Tool.Proof;

/// <summary>What a run of a compiler left.</summary>
internal sealed record CompilerOutput(int Status, string Output, string Errors);

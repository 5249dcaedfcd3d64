namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>The request of a call, as far as it is known when the program is compiled.</summary>
/// <param name="Number">The number that is written down; null where it is computed when the program runs.</param>
/// <param name="Command">The C name, from <c>Commands.NAME</c>.</param>
/// <param name="Constant">The name of the constant that holds the number.</param>
internal sealed record RequestModel(uint? Number, string? Command, string? Constant);

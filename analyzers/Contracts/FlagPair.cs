namespace IoctlSharp.Analyzers.Contracts;

/// <summary>A flag, and others that go with it or do not.</summary>
/// <param name="Flag">The flag.</param>
/// <param name="Others">The others.</param>
/// <param name="Unless">A flag that lifts the rule; 0 for none.</param>
internal sealed record FlagPair(ulong Flag, ulong Others, ulong Unless);

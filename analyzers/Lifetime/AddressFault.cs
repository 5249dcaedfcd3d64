namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>What is wrong with the life of an address.</summary>
/// <param name="When">When it is no longer one, or why.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record AddressFault(string When, string Remedy);

namespace IoctlSharp.Definitions.Tests.Rules;

/// <summary>A sentence of a header that states a rule.</summary>
/// <param name="Header">The header.</param>
/// <param name="Of">The struct, enum or command whose comment it is; empty where the comment does not begin with one.</param>
/// <param name="Sentence">The sentence, on one line.</param>
internal sealed record HeaderRule(string Header, string Of, string Sentence);

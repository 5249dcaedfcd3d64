using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>What an address is of.</summary>
/// <param name="Kind">In words that a message can use.</param>
/// <param name="Text">As the source has it.</param>
/// <param name="Pin">The <c>fixed</c> statement that it holds in; null when it is none.</param>
internal sealed record AddressOrigin(string Kind, string Text, SyntaxNode? Pin);

using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>What an address is of.</summary>
/// <param name="Kind">Whose memory, in words that a message can use; null when nobody can tell.</param>
/// <param name="Text">As the source has it.</param>
/// <param name="Hold">How long it is that.</param>
/// <param name="Pin">The statement that holds it, or that frees what holds it; null when there is none.</param>
internal sealed record AddressOrigin(string? Kind, string Text, AddressHold Hold, SyntaxNode? Pin);

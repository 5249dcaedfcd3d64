using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Contracts;

/// <summary>That a field has all of these flags or, where its type is no flags enum, this value.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">The flags or the value.</param>
/// <param name="IsFlags">Whether they are flags.</param>
/// <param name="InputOnly">Whether it is about what the caller gives only.</param>
internal sealed record ContractCondition(IFieldSymbol Field, ulong Value, bool IsFlags, bool InputOnly = false);

using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>What a call passes as the third argument.</summary>
/// <param name="Form">A value, a pointer, nothing, or unknown.</param>
/// <param name="Type">The type behind a pointer; null when the pointer says none.</param>
/// <param name="Elements">The number of array elements, where the array is made in the same method; 0 otherwise.</param>
/// <param name="Target">The local or field that is pointed to; null when it is none.</param>
/// <param name="IsWhole">Nothing that belongs to it stands behind what is pointed to.</param>
internal sealed record PassedArgumentModel(ArgumentForm Form, ITypeSymbol? Type, int Elements, ISymbol? Target, bool IsWhole)
{
    public static readonly PassedArgumentModel Unknown = new(ArgumentForm.Unknown, null, 0, null, false);
}

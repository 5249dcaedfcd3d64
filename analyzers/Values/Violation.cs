using IoctlSharp.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Values;

/// <summary>A rule that a field's value breaks.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Field">The field.</param>
/// <param name="Value">The value that breaks it.</param>
/// <param name="What">What is wrong with the value.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record Violation(DiagnosticDescriptor Rule, IFieldSymbol Field, FlowValue Value, string What, string Remedy);

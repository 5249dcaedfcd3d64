using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Values;

/// <summary>A span that is written out where a call takes it.</summary>
/// <param name="Elements">The elements that stand there.</param>
/// <param name="Count">How many it has; null when a part of it comes from elsewhere.</param>
internal sealed record WrittenSpan(IReadOnlyList<IOperation> Elements, int? Count);

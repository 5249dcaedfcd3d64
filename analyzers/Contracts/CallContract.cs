using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Contracts;

/// <summary>What a declared call gives to the kernel.</summary>
/// <param name="Structs">The structs that the kernel reads: the argument, what stands behind it, and those that addresses point to.</param>
/// <param name="Arrays">The parameters that are spans of kernel structs.</param>
/// <param name="Refused">The parameters that some values of their type are never taken of.</param>
internal sealed record CallContract(IReadOnlyList<CallStruct> Structs, IReadOnlyList<IParameterSymbol> Arrays, IReadOnlyList<(IParameterSymbol Parameter, IReadOnlyList<ulong> Values)> Refused);

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>A call that ends in libc's <c>ioctl</c>.</summary>
/// <param name="Import">The call of the import itself; null for one of a method that passes on what it is given.</param>
/// <param name="Request">The request.</param>
/// <param name="Place">The argument behind it; the whole call where there is none.</param>
/// <param name="Passed">What that argument is.</param>
internal sealed record RawCallModel(IInvocationOperation? Import, IOperation Request, Location Place, PassedArgumentModel Passed);

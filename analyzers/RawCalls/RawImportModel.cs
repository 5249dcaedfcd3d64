namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>A function of libc as a P/Invoke declares it.</summary>
/// <param name="Function">The function's name in C.</param>
/// <param name="SetsLastError">The declaration keeps errno for <c>Marshal.GetLastPInvokeError</c>.</param>
internal sealed record RawImportModel(string Function, bool SetsLastError);

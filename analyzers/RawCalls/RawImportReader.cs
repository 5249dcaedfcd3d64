using System;
using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Recognises functions of libc that are declared by <c>[DllImport]</c> or <c>[LibraryImport]</c>.</summary>
internal static class RawImportReader
{
    /// <summary>The function; null when the method is no import of libc.</summary>
    public static RawImportModel? Read(IMethodSymbol method)
    {
        if (!method.IsStatic)
            return null;
        if (method.GetDllImportData() is { } import)
            return IsLibc(import.ModuleName) ? new RawImportModel(import.EntryPointName ?? method.Name, import.SetLastError) : null;
        AttributeData? library = method.GetAttributes()
            .FirstOrDefault(attribute => attribute.AttributeClass is { Name: "LibraryImportAttribute", ContainingNamespace.Name: "InteropServices" });
        return library is not null && IsLibc(library.Argument<string>(0))
            ? new RawImportModel(library.Named<string>("EntryPoint") ?? method.Name, library.Named<bool>("SetLastError"))
            : null;
    }

    /// <summary>Whether the method is <c>int ioctl(int fd, unsigned long request, ...)</c>.</summary>
    public static bool IsIoctl(IMethodSymbol method)
        => method.IsStatic && method.Parameters.Length is 2 or 3 && Read(method) is { Function: "ioctl" };

    private static bool IsLibc(string? library)
        => library is "c" or "libc" || (library?.StartsWith("libc.", StringComparison.Ordinal) ?? false);
}

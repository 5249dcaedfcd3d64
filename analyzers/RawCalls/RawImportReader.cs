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
            return IsLibc(import.ModuleName) && MayRunOnLinux(method) ? new RawImportModel(import.EntryPointName ?? method.Name, import.SetLastError) : null;
        AttributeData? library = method.GetAttributes()
            .FirstOrDefault(attribute => attribute.AttributeClass is { Name: "LibraryImportAttribute", ContainingNamespace.Name: "InteropServices" });
        return library is not null && IsLibc(library.Argument<string>(0)) && MayRunOnLinux(method)
            ? new RawImportModel(library.Named<string>("EntryPoint") ?? method.Name, library.Named<bool>("SetLastError"))
            : null;
    }

    /// <summary>Whether the method is <c>int ioctl(int fd, unsigned long request, ...)</c>.</summary>
    public static bool IsIoctl(IMethodSymbol method)
        => method.IsStatic && method.Parameters.Length is 2 or 3 && Read(method) is { Function: "ioctl" };

    // Other systems have a libc too, with other numbers.
    private static bool MayRunOnLinux(IMethodSymbol method)
    {
        for (ISymbol? symbol = method; symbol is not (null or INamespaceSymbol); symbol = symbol.ContainingSymbol)
        {
            string?[] platforms = [.. symbol.GetAttributes().Where(attribute => attribute.AttributeClass?.Name == "SupportedOSPlatformAttribute").Select(attribute => attribute.Argument<string>(0))];
            if (platforms.Length > 0)
                return platforms.Any(platform => platform is null || platform.StartsWith("linux", StringComparison.OrdinalIgnoreCase) || platform.StartsWith("android", StringComparison.OrdinalIgnoreCase));
        }

        return true;
    }

    private static bool IsLibc(string? library)
        => library is "c" or "libc" || (library?.StartsWith("libc.", StringComparison.Ordinal) ?? false);
}

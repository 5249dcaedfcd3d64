using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>Tells which calls leave an errno of their own.</summary>
internal static class ErrnoReader
{
    // Of what is often done in between, these make system calls. A SafeHandle that is disposed keeps the errno before.
    private static readonly HashSet<string> s_types = ["Console", "File", "FileInfo", "Directory", "DirectoryInfo", "Process", "Socket"];
    private static readonly HashSet<string> s_namespaces = ["System", "System.IO", "System.Diagnostics", "System.Net.Sockets"];

    public static bool IsChangedBy(IInvocationOperation call)
        => call.TargetMethod.IsExtern
            // Only what keeps its errno overwrites the one that is kept.
            ? call.TargetMethod.GetDllImportData()?.SetLastError == true
            : IsSystemCall(call.TargetMethod.ContainingType) || (call.Instance is IPropertyReferenceOperation { Property: { IsStatic: true } writer } && IsSystemCall(writer.ContainingType));

    private static bool IsSystemCall(INamedTypeSymbol? type)
        => type is not null && s_types.Contains(type.Name) && s_namespaces.Contains(type.ContainingNamespace?.ToDisplayString() ?? "");
}

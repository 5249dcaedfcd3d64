using System;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Tells what the user wrote from what the generator added to it: the generator never sees its own output, the analyzers do.</summary>
public static class EmittedPartReader
{
    // The compiler files emitted code under the assembly's and the generator's name.
    private static readonly string s_folder = typeof(IoctlGenerator).FullName!;

    public static bool IsEmitted(SyntaxTree tree)
        => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) && Path.GetFileName(Path.GetDirectoryName(tree.FilePath)) == s_folder;

    /// <summary>Whether every part of the symbol is emitted.</summary>
    public static bool IsEmitted(ISymbol symbol)
        => !symbol.DeclaringSyntaxReferences.IsEmpty && symbol.DeclaringSyntaxReferences.All(reference => IsEmitted(reference.SyntaxTree));

    public static bool IsEmitted(AttributeData attribute)
        => attribute.ApplicationSyntaxReference is { } reference && IsEmitted(reference.SyntaxTree);
}

using System;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Contracts;

/// <summary>Reads the Linux release that a declaration needs.</summary>
internal static class VersionReader
{
    /// <summary>The release that the symbol, or the type that holds it, came with; null when none is stated.</summary>
    public static Version? Since(ISymbol symbol) => Parse(SinceReader.Read(symbol));

    /// <summary>A release as Linux writes it, <c>6.8</c> or <c>6.8.1</c>; null for anything else.</summary>
    public static Version? Parse(string text) => Version.TryParse(text, out Version? version) && version.Revision < 0 ? version : null;

    /// <summary>Reports what is no release.</summary>
    public static void Check(ISymbol symbol, DiagnosticSink sink)
    {
        foreach (AttributeData attribute in symbol.FindAll(KnownNames.Since))
        {
            string text = attribute.Argument<string>(0) ?? "";
            if (!attribute.IsHalfTyped() && Parse(text) is null)
                sink.Report(DeclarationFault.VersionIsNotLinux, attribute.Place(symbol), symbol.ContainingType is { } type ? $"{type.Name}.{symbol.Name}" : symbol.Name, text);
        }
    }
}

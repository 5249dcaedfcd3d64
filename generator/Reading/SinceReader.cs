using System.Linq;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Reads which version of Linux something came with.</summary>
public static class SinceReader
{
    /// <summary>The version; the type's where the member says none; empty when neither does. Records of a struct's growth are none.</summary>
    public static string Read(ISymbol symbol)
    {
        AttributeData? since = symbol.FindAll(KnownNames.Since).FirstOrDefault(attribute => !attribute.HasNamed("Size") && !attribute.HasNamed("SizeOnI386"));
        if (since is not null)
            return since.Argument<string>(0) ?? "";
        return symbol.ContainingType is { } type ? Read(type) : "";
    }
}

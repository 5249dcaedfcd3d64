using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Reading;
using IoctlSharp.Tool.Model;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Tool.Reading;

/// <summary>Reads C constants: all members of an enum or a class that has a prefix, but private ones, and the constants of any type that have a C name.</summary>
internal static class DeclaredConstantsReader
{
    public static IEnumerable<DeclaredConstantModel> Read(INamedTypeSymbol type)
    {
        AttributeData? constants = type.FindByFullName(KnownNames.KernelConstants);
        string prefix = constants?.Argument<string>(0) ?? "";
        string header = (constants ?? type.FindByFullName(KnownNames.IoctlGroup))?.Named<string>("Header") ?? "";
        foreach (IFieldSymbol member in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (member is { HasConstantValue: true, ConstantValue: { } value }
                && (member.Has(KnownNames.CName) || (constants is not null && member.DeclaredAccessibility != Accessibility.Private))
                && (value is string || ConstantReader.Bits(value) is not null))
                yield return new DeclaredConstantModel(ConstantsReader.CName(member, prefix), AssemblyReader.NameOf(member), header, value);
        }
    }
}

using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IoctlSharp.Generator.Reading;

/// <summary>Checks that the names which the emitted part of a struct declares are valid and free.</summary>
public sealed class EmittedNameReader(INamedTypeSymbol type, DiagnosticSink? sink)
{
    // What every struct has already.
    private static readonly string[] s_inherited = ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    private readonly HashSet<string> _taken =
    [
        .. type.GetMembers().Where(member => member is not IMethodSymbol { MethodKind: not MethodKind.Ordinary } && !EmittedPartReader.IsEmitted(member)).Select(member => member.Name),
        .. s_inherited,
        type.Name,
    ];

    private bool _areFree = true;

    public bool AreFree()
    {
        if (type.DeclaringSyntaxReferences.IsEmpty)
            return true;
        foreach (IFieldSymbol field in ShapeReader.Fields(type))
        {
            foreach (AttributeData attribute in field.FindAll(KnownNames.Bits).Concat(field.FindAll(KnownNames.Alias)))
            {
                string name = attribute.Argument<string>(0) ?? "";
                // Unnamed bits declare nothing.
                if (!attribute.IsHalfTyped() && (name.Length > 0 || !attribute.AttributeClass.IsOurs(KnownNames.Bits)))
                    Take(name, attribute.Place(field), field);
            }

            if ((field.IsFixedSizeBuffer || field.Type.IsInlineArray(out _, out _)) && !field.Has(KnownNames.Reserved))
                TakeArray(field);
        }

        return _areFree;
    }

    // Overloads of one name are one name.
    private void TakeArray(IFieldSymbol field)
    {
        string name = FieldReader.PropertyName(field);
        IEnumerable<string> names = field.Has(KnownNames.CString) ? [name] : [name, "Get" + name, "Set" + name, $"Copy{name}To"];
        foreach (string declared in names)
            Take(declared, field.Place(), field);
    }

    private void Take(string name, Location? place, IFieldSymbol field)
    {
        if (SyntaxFacts.IsValidIdentifier(name) && _taken.Add(name))
            return;
        sink?.Report(DeclarationFault.MemberNameIsTaken, place, type.Name, field.Name, name);
        _areFree = false;
    }
}

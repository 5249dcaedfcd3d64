using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Finds the field that an attribute names: in the argument or in the struct behind it, and in the structs nested there.</summary>
public sealed class FieldPathReader(IMethodSymbol method, ParameterReader parameters, DiagnosticSink? sink, Compilation compilation)
{
    /// <param name="attribute">An attribute whose first argument is the name.</param>
    /// <param name="isWritten">The call writes the field.</param>
    /// <param name="culprit">Where a fault is reported.</param>
    public (IFieldSymbol Field, FieldPathModel Path)? Read(AttributeData attribute, bool isWritten, Location? culprit)
    {
        string path = attribute.Argument<string>(0) ?? "";
        return IsInTail(attribute, path, culprit) is { } isInTail ? Walk(path, isInTail, isWritten, culprit) : null;
    }

    /// <summary>A field that the call writes, of the same struct as another.</summary>
    public (IFieldSymbol Field, FieldPathModel Path)? ReadBeside(FieldPathModel other, string path, Location? culprit) => Walk(path, other.IsInTail, isWritten: true, culprit);

    /// <summary>A field that the call only looks at; null as well when the call has no struct.</summary>
    public (IFieldSymbol Field, FieldPathModel Path)? Find(string path)
        => parameters.ArgumentStruct is not null && IsInTail(path, culprit: null) is { } isInTail ? Walk(path, isInTail, isWritten: false, culprit: null) : null;

    // Null: in neither, and the fault is told.
    private bool? IsInTail(AttributeData attribute, string path, Location? culprit)
    {
        // null is what it is when nobody states it.
        if (!attribute.HasNamed("Of") || attribute.NamedConstant("Of") is { Kind: not TypedConstantKind.Error, IsNull: true })
            return IsInTail(path, culprit);
        if (attribute.Named<ITypeSymbol>("Of") is not { TypeKind: not TypeKind.Error } of)
            return null; // half-typed
        if (SymbolEqualityComparer.Default.Equals(of, parameters.ArgumentStruct))
            return false;
        return SymbolEqualityComparer.Default.Equals(of, parameters.TailStructType) ? true : Fault(DeclarationFault.FieldIsOfAnotherStruct, culprit, of.Name);
    }

    private bool? IsInTail(string path, Location? culprit)
    {
        INamedTypeSymbol argument = parameters.ArgumentStruct!;
        INamedTypeSymbol? tail = parameters.TailStructType;
        if (tail is null)
            return false;
        string first = path.Split('.')[0];
        return (Find(argument, first), Find(tail, first)) switch
        {
            ({ }, { }) => Fault(DeclarationFault.FieldIsAmbiguous, culprit, first, argument.Name, tail.Name),
            ({ }, null) => false,
            (null, { }) => true,
            _ => Fault(DeclarationFault.FieldIsUnknown, culprit, $"{argument.Name}' or '{tail.Name}", first),
        };
    }

    private (IFieldSymbol Field, FieldPathModel Path)? Walk(string path, bool isInTail, bool isWritten, Location? culprit)
    {
        INamedTypeSymbol? type = isInTail ? parameters.TailStructType! : parameters.ArgumentStruct!;
        string typeName = type.Name;
        IFieldSymbol? field = null;
        List<string> names = [];
        foreach (string name in path.Split('.'))
        {
            field = type is null ? null : Find(type, name);
            DeclarationFault? fault = field is null || field.IsFixedSizeBuffer ? DeclarationFault.FieldIsUnknown
                : !compilation.IsSymbolAccessibleWithin(field, method.ContainingType) ? DeclarationFault.FieldIsNotAccessible
                : null;
            if (fault is { } known)
            {
                Fault(known, culprit, typeName, name);
                return null;
            }

            if (isWritten && field!.IsReadOnly)
            {
                sink?.Report(DeclarationFault.FieldIsReadOnly, culprit, typeName, name);
                return null;
            }

            names.Add(HierarchyReader.Escape(name));
            type = field!.Type.IsKernelType() ? (INamedTypeSymbol)field.Type : null;
            typeName = field.Type.ToDisplayString();
        }

        return (field!, new FieldPathModel(string.Join(".", names), isInTail));
    }

    private static IFieldSymbol? Find(INamedTypeSymbol type, string name) => ShapeReader.Fields(type).FirstOrDefault(field => field.Name == name);

    private bool? Fault(DeclarationFault fault, Location? culprit, params string[] rest)
    {
        sink?.Report(fault, culprit, [method.Name, .. rest]);
        return null;
    }
}

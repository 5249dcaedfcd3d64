using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Declarations;

/// <summary>Finds attributes of the vocabulary where nothing reads them.</summary>
internal sealed class StrayReader(INamedTypeSymbol type, DiagnosticSink sink)
{
    public void Read()
    {
        bool isStruct = type.IsKernelType();
        bool isGroup = type.FindByFullName(KnownNames.IoctlGroup) is not null;
        if (!isStruct && type.Find(KnownNames.Tail) is { } tail)
            sink.Report(DeclarationFault.FieldAttributeHasNoStruct, tail.Place(type), type.Name, "Tail", type.Name);
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IFieldSymbol field && !(isStruct && !field.IsStatic && !field.IsConst))
                ReadField(field);
            else if (member is IMethodSymbol method && !EmittedPartReader.IsEmitted(method))
                ReadMethod(method, isGroup);
        }
    }

    private void ReadField(IFieldSymbol field)
    {
        if (!field.GetAttributes().IsEmpty && RoleReader.OnlyInStruct(field) is { } attribute)
            sink.Report(DeclarationFault.FieldAttributeHasNoStruct, attribute.Place(field), $"{type.Name}.{field.Name}", RoleReader.Written(attribute.AttributeClass!.Name), type.Name);
    }

    private void ReadMethod(IMethodSymbol method, bool isGroup)
    {
        if (method.Has("IoctlAttribute"))
        {
            if (!isGroup)
                sink.Report(DeclarationFault.IoctlIsOutsideGroup, method.Place(), method.Name, type.Name);
            return;
        }

        if (RoleReader.OnlyInIoctl(method) is { } attribute)
            sink.Report(DeclarationFault.MethodAttributeHasNoIoctl, attribute.Place(method), method.Name, RoleReader.Written(attribute.AttributeClass!.Name));
        else if (method.Parameters.FirstOrDefault(parameter => !parameter.GetAttributes().IsEmpty && RoleReader.OnlyInIoctl(parameter) is not null) is { } culprit)
            sink.Report(DeclarationFault.ParameterAttributeHasNoIoctl, culprit.Place(), method.Name, culprit.Name, RoleReader.Written(RoleReader.OnlyInIoctl(culprit)!.AttributeClass!.Name));
    }
}

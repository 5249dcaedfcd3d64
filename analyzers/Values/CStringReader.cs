using System.Linq;
using System.Text;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Finds texts that do not fit into their field.</summary>
internal static class CStringReader
{
    public static void Read(OperationAnalysisContext context)
    {
        ISimpleAssignmentOperation assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: { Type.SpecialType: SpecialType.System_String, ContainingType: var type } property } || !type.IsKernelType())
            return;
        if (assignment.Value.ConstantValue is not { HasValue: true, Value: string text } || Length(type, property) is not { } length)
            return;
        int bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes >= length)
            context.ReportDiagnostic(Diagnostic.Create(ValueRules.TextIsTooLong, assignment.Value.Syntax.GetLocation(), "for", type.Name, property.Name, bytes, $"and with its NUL at most {length} fit", "shorten it"));
    }

    private static int? Length(INamedTypeSymbol type, IPropertySymbol property)
    {
        IFieldSymbol? field = ShapeReader.Fields(type).FirstOrDefault(field => field.Has(KnownNames.CString) && FieldReader.PropertyName(field) == property.Name);
        return field is null ? null
            : field.IsFixedSizeBuffer ? field.FixedSize
            : field.Type.IsInlineArray(out _, out int length) ? length
            : null;
    }
}

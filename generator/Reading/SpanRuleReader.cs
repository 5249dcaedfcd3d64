using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Reads how long spans must be.</summary>
/// <param name="method">The method.</param>
/// <param name="parameters">Its parameters.</param>
/// <param name="compilation">Where the method stands.</param>
/// <param name="sink">Takes the faults.</param>
public sealed class SpanRuleReader(IMethodSymbol method, ParameterReader parameters, Compilation compilation, DiagnosticSink? sink)
{
    // Without the sink: what it does not find has a rule of its own here.
    private readonly FieldPathReader _fields = new(method, parameters, null, compilation);
    private readonly List<SpanRuleModel> _rules = [];

    public EquatableArray<SpanRuleModel> Rules => _rules;

    /// <summary>Whether a parameter is there only to say how long a span must be.</summary>
    public static bool IsOnlyLimit(IParameterSymbol parameter)
        => parameter.RefKind == RefKind.None
            && IsInteger(parameter.Type)
            && parameter.ContainingSymbol is IMethodSymbol method
            && method.Parameters.SelectMany(other => other.GetAttributes()).Any(attribute => Names(attribute).Contains(parameter.Name));

    public bool Read() => method.Parameters.All(ReadParameter);

    private static IEnumerable<string> Names(AttributeData attribute)
        => attribute.AttributeClass.IsOurs(KnownNames.MinimumLength) || attribute.AttributeClass.IsOurs(KnownNames.BitPerPage)
            ? attribute.ConstructorArguments.Select(argument => argument.Value).OfType<string>()
            : [];

    private bool ReadParameter(IParameterSymbol parameter)
    {
        foreach (AttributeData attribute in RoleReader.SpanRules(parameter))
        {
            if (attribute.IsHalfTyped())
                return false;
            if (parameter.Type.SpanElement(out _) is not { } element)
                return Fault(DeclarationFault.SpanRuleHasNoSpan, attribute.Place(parameter), parameter.Name, RoleReader.Written(attribute.AttributeClass!.Name), parameter.Type.ToDisplayString());
            if (ReadRule(parameter, attribute, element) is not { } rule)
                return false;
            _rules.Add(rule);
        }

        return true;
    }

    private SpanRuleModel? ReadRule(IParameterSymbol parameter, AttributeData attribute, ITypeSymbol element)
    {
        string name = HierarchyReader.Escape(parameter.Name);
        switch (attribute.AttributeClass!.Name)
        {
            case KnownNames.FixedLength:
                int length = attribute.Argument<int>(0);
                if (length > 0)
                    return new SpanRuleModel.Exactly(name, length);
                Fault(DeclarationFault.FixedLengthIsNotPositive, attribute.Place(parameter), parameter.Name, length.ToString());
                return null;
            case KnownNames.MinimumLength:
                return Operand(parameter, attribute, 0) is { } minimum ? new SpanRuleModel.AtLeast(name, minimum) : null;
            default:
                return Operand(parameter, attribute, 0) is { } range
                    && Operand(parameter, attribute, 1) is { } page
                    && new ShapeReader(null, default).TypeOf(element) is { } type
                    ? new SpanRuleModel.BitPerPage(name, type, range, page)
                    : null;
        }
    }

    private OperandModel? Operand(IParameterSymbol parameter, AttributeData attribute, int index)
    {
        string name = attribute.Argument<string>(index) ?? "";
        if (method.Parameters.FirstOrDefault(other => other.Name == name) is { } found && found.RefKind != RefKind.Out && IsInteger(found.Type))
            return new OperandModel(HierarchyReader.Escape(name), Field: null);
        if (_fields.Find(name) is { } field && IsInteger(field.Field.Type))
            return new OperandModel("", field.Path);
        Fault(DeclarationFault.SpanRuleOperandIsUnknown, attribute.Place(parameter), parameter.Name, RoleReader.Written(attribute.AttributeClass!.Name), name, parameters.ArgumentStruct?.Name ?? "argument");
        return null;
    }

    private static bool IsInteger(ITypeSymbol type)
        => type.SpecialType is SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64;

    private bool Fault(DeclarationFault fault, Location? place, params string[] rest)
    {
        sink?.Report(fault, place, [method.Name, .. rest]);
        return false;
    }
}

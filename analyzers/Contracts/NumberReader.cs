using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Contracts;

/// <summary>Reads the attributes of a field that limit its number.</summary>
internal sealed class NumberReader(INamedTypeSymbol type, IFieldSymbol field, DiagnosticSink? sink)
{
    /// <summary>What it is a multiple of; 0 for nothing.</summary>
    public int AlignedTo()
    {
        if (field.Find(KnownNames.AlignedTo) is not { } attribute || attribute.IsHalfTyped() || attribute.Argument<string>(0) is not null)
            return 0;
        int bytes = attribute.Argument<int>(0);
        return bytes > 1 && (bytes & (bytes - 1)) == 0 ? bytes : Fault(attribute, bytes.ToString());
    }

    public (long Minimum, long Maximum)? Range()
    {
        if (field.Find(KnownNames.Range) is not { } attribute || attribute.IsHalfTyped())
            return null;
        (long minimum, long maximum) = (attribute.Argument<long>(0), attribute.Argument<long>(1));
        if (minimum <= maximum)
            return (minimum, maximum);
        Fault(attribute, $"{minimum}, {maximum}");
        return null;
    }

    private int Fault(AttributeData attribute, string numbers)
    {
        sink?.Report(DeclarationFault.ContractNumberSaysNothing, attribute.Place(field), type.Name, field.Name, RoleReader.Written(attribute.AttributeClass!.Name), numbers);
        return 0;
    }
}

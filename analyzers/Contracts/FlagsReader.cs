using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Contracts;

/// <summary>Reads the attributes of a flags field that say which of its flags go together.</summary>
internal sealed class FlagsReader(INamedTypeSymbol type, IFieldSymbol field, DiagnosticSink? sink)
{
    /// <summary>The groups of an attribute: each has at least so many bits.</summary>
    public ImmutableArray<ulong> Groups(string attributeName, int smallest)
    {
        List<ulong> groups = [];
        foreach (AttributeData attribute in field.FindAll(attributeName).Where(attribute => !attribute.IsHalfTyped()))
        {
            if (Bits(attribute, attribute.ConstructorArguments[0]) is not { } bits)
                continue;
            if (Count(bits) < smallest)
                Fault(DeclarationFault.ContractFlagsSayNothing, attribute);
            else
                groups.Add(bits);
        }

        return groups.ToImmutableArray();
    }

    /// <summary>A flag and others, none of which is the flag.</summary>
    public ImmutableArray<FlagPair> Pairs(string attributeName)
    {
        List<FlagPair> pairs = [];
        foreach (AttributeData attribute in field.FindAll(attributeName).Where(attribute => !attribute.IsHalfTyped()))
        {
            if (Bits(attribute, attribute.ConstructorArguments[0]) is not { } flag || Bits(attribute, attribute.ConstructorArguments[1]) is not { } others)
                continue;
            ulong? unless = attribute.HasNamed("Unless") ? Bits(attribute, attribute.NamedConstant("Unless")) : 0;
            if (flag == 0 || others == 0 || (flag & others) != 0)
                Fault(DeclarationFault.ContractFlagsSayNothing, attribute);
            else if (unless is { } lifts)
                pairs.Add(new FlagPair(flag, others, lifts));
        }

        return pairs.ToImmutableArray();
    }

    private ulong? Bits(AttributeData attribute, TypedConstant constant)
    {
        if (field.Type.Takes(constant))
            return ConstantReader.Bits(constant.Value);
        // A type that cannot hold flags has its own diagnostic.
        if (field.Type.IsInteger() || field.Type.IsEnum())
            Fault(DeclarationFault.ContractValueIsNotOfField, attribute, field.Name, field.Type.ToDisplayString());
        return null;
    }

    private static int Count(ulong bits)
    {
        int count = 0;
        for (; bits != 0; bits &= bits - 1)
            count++;
        return count;
    }

    private void Fault(DeclarationFault fault, AttributeData attribute, params string[] rest)
        => sink?.Report(fault, attribute.Place(field), [type.Name, field.Name, RoleReader.Written(attribute.AttributeClass!.Name), .. rest]);
}

using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Reads which parts a parameter, a field or a method plays by its attributes. Of the exclusive ones a symbol has at most one.</summary>
public static class RoleReader
{
    private static readonly string[] s_ofParameters = [KnownNames.Field, KnownNames.Tail, KnownNames.Number, KnownNames.ReturnValue, KnownNames.CString];
    private static readonly string[] s_spanRules = [KnownNames.FixedLength, KnownNames.MinimumLength, KnownNames.BitPerPage];
    private static readonly string[] s_onParameters = [.. s_ofParameters, .. s_spanRules, KnownNames.Binds, KnownNames.Refused];
    private static readonly string[] s_ofFields = [KnownNames.ArgSize, KnownNames.TailCount, KnownNames.CapabilityOffset, KnownNames.Reserved, KnownNames.Bits, KnownNames.CString];
    private static readonly string[] s_onFields =
    [
        .. s_ofFields, KnownNames.Alias, KnownNames.Aligned, KnownNames.Union,
        KnownNames.ValidWhen, KnownNames.ZeroWhen, KnownNames.ExactlyOne, KnownNames.AtLeastOne, KnownNames.Excludes, KnownNames.Requires,
        KnownNames.PageAligned, KnownNames.AlignedTo, KnownNames.PowerOfTwo, KnownNames.NonZero, KnownNames.Range, KnownNames.Refused, KnownNames.TailWhen,
        KnownNames.DmaMemory, KnownNames.CallMemory, KnownNames.MustRead, KnownNames.OwnedFd, KnownNames.Arm,
    ];

    private static readonly string[] s_ofMethods = [KnownNames.AskAgain, KnownNames.Preset, KnownNames.FailsWith];

    /// <summary>The exclusive roles of a parameter, as the user writes them.</summary>
    public static string[] Roles(IParameterSymbol parameter) => Of(parameter, s_ofParameters);

    /// <summary>The exclusive roles of a field.</summary>
    public static string[] Roles(IFieldSymbol field) => Of(field, s_ofFields);

    /// <summary>The attribute of a field that means something in a kernel struct only; null when there is none.</summary>
    public static AttributeData? OnlyInStruct(IFieldSymbol field) => First(field, s_onFields);

    /// <summary>The attribute of a parameter that means something in an ioctl only; null when there is none.</summary>
    public static AttributeData? OnlyInIoctl(IParameterSymbol parameter) => First(parameter, s_onParameters);

    /// <summary>The attribute of a method that means something beside <c>[Ioctl]</c> only; null when there is none.</summary>
    public static AttributeData? OnlyInIoctl(IMethodSymbol method)
        => First(method, s_ofMethods) ?? method.GetReturnTypeAttributes().Find(KnownNames.Field);

    /// <summary>The attributes of a parameter that say how long its span must be.</summary>
    public static IEnumerable<AttributeData> SpanRules(IParameterSymbol parameter) => All(parameter, s_spanRules);

    /// <summary>An attribute as the user writes it.</summary>
    public static string Written(string attribute) => attribute.Substring(0, attribute.Length - "Attribute".Length);

    private static string[] Of(ISymbol symbol, string[] roles)
    {
        // Most symbols carry no attribute at all.
        return symbol.GetAttributes().IsEmpty ? [] : roles.Where(symbol.Has).Select(Written).ToArray();
    }

    private static AttributeData? First(ISymbol symbol, string[] names) => All(symbol, names).FirstOrDefault();

    private static IEnumerable<AttributeData> All(ISymbol symbol, string[] names)
        => symbol.GetAttributes().Where(attribute => attribute.AttributeClass is { } type && names.Contains(type.Name) && type.IsOurs(type.Name));
}

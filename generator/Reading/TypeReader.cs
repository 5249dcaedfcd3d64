using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Tells C# types apart and writes them as emitted code does.</summary>
public static class TypeReader
{
    private static readonly SymbolDisplayFormat s_format = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static readonly SymbolDisplayFormat s_annotatedFormat = s_format
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The type as emitted code writes it, without a nullable annotation.</summary>
    public static string Text(this ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(s_format);

    /// <summary>The type as emitted code writes it, annotations included.</summary>
    public static string AnnotatedText(this ITypeSymbol type) => type.ToDisplayString(s_annotatedFormat);

    public static bool IsHandle(this ITypeSymbol? type)
    {
        for (INamedTypeSymbol? current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            if (current is { Name: "SafeHandle", ContainingNamespace: { Name: "InteropServices", ContainingNamespace: { Name: "Runtime", ContainingNamespace.Name: "System" } } })
                return true;
        }

        return false;
    }

    public static bool IsDeviceHandle(this ITypeSymbol? type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.IsOurs("DeviceHandle"))
                return true;
        }

        return false;
    }

    public static bool IsKernelType(this ITypeSymbol? type)
        => type is INamedTypeSymbol { TypeKind: TypeKind.Struct } named && (named.FindByFullName(KnownNames.KernelStruct) ?? named.FindByFullName(KnownNames.KernelUnion)) is not null;

    /// <summary>The element type of a <c>Span</c> or <c>ReadOnlySpan</c>; null for any other type.</summary>
    public static ITypeSymbol? SpanElement(this ITypeSymbol? type, out bool isWritable)
    {
        isWritable = false;
        if (type is not INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", Arity: 1, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } span)
            return null;
        isWritable = span.Name == "Span";
        return span.TypeArguments[0];
    }

    /// <summary>The struct of a <c>KernelBuffer</c>; null for any other type.</summary>
    public static INamedTypeSymbol? BufferElement(this ITypeSymbol? type)
        => type is INamedTypeSymbol { Name: KnownNames.KernelBuffer, Arity: 1, ContainingNamespace: { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } } buffer
            ? buffer.TypeArguments[0] as INamedTypeSymbol
            : null;

    /// <summary>The fixed-width C type of a C# scalar: integers, enums, pointers, <c>UserPointer</c>, id structs of one scalar; null for anything else.</summary>
    public static CType? Scalar(this ITypeSymbol? type) => Scalar(type, depth: 0);

    private static bool IsOfFramework(INamedTypeSymbol type)
    {
        INamespaceSymbol? outer = type.ContainingNamespace;
        while (outer?.ContainingNamespace is { IsGlobalNamespace: false } next)
            outer = next;
        return outer?.Name == "System";
    }

    private static CType? Scalar(ITypeSymbol? type, int depth) => type switch
    {
        null => null,
        INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } => Scalar(underlying, depth),
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => new CType.Native(Signed: false),
        { SpecialType: not SpecialType.None } => Integer(type.SpecialType),
        { TypeKind: TypeKind.Struct } when type.IsOurs(KnownNames.UserPointer) => new CType.Integer(8, Signed: false),
        INamedTypeSymbol { Name: "CLong" or "CULong", ContainingNamespace: { Name: "InteropServices" } } => new CType.Native(type.Name == "CLong"),
        // A value type of one scalar (an object id) is that scalar in C. Not TimeSpan and the like: what a reference assembly shows of their fields is made up.
        INamedTypeSymbol { TypeKind: TypeKind.Struct, IsGenericType: false } named when depth < 4 && !named.IsKernelType() && !named.IsInlineArray(out _, out _) && !IsOfFramework(named)
            => OnlyField(named) is { IsFixedSizeBuffer: false } only ? Scalar(only.Type, depth + 1) : null,
        _ => null,
    };

    private static IFieldSymbol? OnlyField(INamedTypeSymbol type)
    {
        IFieldSymbol[] fields = type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic).Take(2).ToArray();
        return fields.Length == 1 ? fields[0] : null;
    }

    private static CType? Integer(SpecialType type) => type switch
    {
        SpecialType.System_SByte => new CType.Integer(1, Signed: true),
        SpecialType.System_Byte => new CType.Integer(1, Signed: false),
        SpecialType.System_Int16 => new CType.Integer(2, Signed: true),
        SpecialType.System_UInt16 => new CType.Integer(2, Signed: false),
        SpecialType.System_Int32 => new CType.Integer(4, Signed: true),
        SpecialType.System_UInt32 => new CType.Integer(4, Signed: false),
        SpecialType.System_Int64 => new CType.Integer(8, Signed: true),
        SpecialType.System_UInt64 => new CType.Integer(8, Signed: false),
        SpecialType.System_Single => new CType.Integer(4, Signed: true),
        SpecialType.System_Double => new CType.Integer(8, Signed: true),
        SpecialType.System_IntPtr => new CType.Native(Signed: true),
        SpecialType.System_UIntPtr => new CType.Native(Signed: false),
        _ => null,
    };

    public static bool IsInlineArray(this ITypeSymbol? type, out ITypeSymbol? element, out int length)
    {
        element = null;
        length = 0;
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct } named)
            return false;
        AttributeData? attribute = named.GetAttributes().FirstOrDefault(data => data.AttributeClass is { Name: "InlineArrayAttribute", ContainingNamespace.Name: "CompilerServices" });
        if (attribute is null)
            return false;
        element = named.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => !field.IsStatic)?.Type;
        length = attribute.Argument<int>(0);
        return element is not null && length > 0;
    }

    public static TargetModel Target(Compilation compilation, Microsoft.CodeAnalysis.CSharp.LanguageVersion language)
        => new(
            compilation.GetTypeByMetadataName("System.Runtime.Versioning.SupportedOSPlatformAttribute") is not null,
            language >= Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp11
                && compilation.GetTypeByMetadataName("System.Diagnostics.CodeAnalysis.UnscopedRefAttribute") is not null);
}

using System.Linq;
using IoctlSharp.Analyzers.RawCalls;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>Recognises expressions that make an object which holds something of the kernel, and give it to whoever evaluates them.</summary>
internal static class OwnerReader
{
    /// <summary>The type of the new object; null where none is made, or it belongs to somebody else.</summary>
    public static ITypeSymbol? Made(IOperation value) => PassedArgumentReader.Unwrap(value) switch
    {
        IObjectCreationOperation { Type: { } type } creation when IsOwner(type) && Owns(creation, type) => type,
        IInvocationOperation { TargetMethod: { } method } when Gives(method.ReducedFrom ?? method) => method.ReturnType,
        _ => null,
    };

    /// <summary>Whether objects of the type hold a file, a mapping or memory that the kernel knows of.</summary>
    public static bool IsOwner(ITypeSymbol? type)
        => type is { IsReferenceType: true } ? IsShipped(type) && (type.IsHandle() || KeepsHandle(type)) : type.IsOurs("BorrowedFd");

    /// <summary>Whether it is one of ours: what its members do is known, while those of a type that derives from it can do anything.</summary>
    public static bool IsShippedOwner(ITypeSymbol type) => IsOfShippedAssembly(type) && IsOwner(type);

    // What a constructor of the user's own does, its parameters alone tell: it opens a path, takes over a descriptor, maps a buffer.
    private static bool Owns(IObjectCreationOperation creation, ITypeSymbol type)
    {
        IArgumentOperation? owns = creation.Arguments.FirstOrDefault(argument => argument.Parameter is { Name: "ownsHandle", Type.SpecialType: SpecialType.System_Boolean });
        return owns is not null ? owns.Value.ConstantValue is { HasValue: true, Value: true }
            : IsOfShippedAssembly(type) || creation.Arguments.Any(argument => argument.Parameter?.Type is { } parameter && (parameter.SpecialType == SpecialType.System_String || parameter.IsOurs("DmaBuffer")));
    }

    // What can be null is a question; a session keeps the regions that it maps.
    private static bool Gives(IMethodSymbol method)
        => method.ReturnNullableAnnotation != NullableAnnotation.Annotated
            && (IsOwner(method.ReturnType) && IsOfShippedAssembly(method.ContainingType) && (method.IsStatic || method.ContainingType.IsHandle() || !IsOwner(method.ContainingType))
                || method.IsStatic && method.ReturnType.IsHandle() && method.Has("IoctlAttribute"));

    private static bool KeepsHandle(ITypeSymbol type)
    {
        if (!type.AllInterfaces.Any(item => item.SpecialType == SpecialType.System_IDisposable))
            return false;
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().Any(member => member is IPropertySymbol { IsStatic: false } property && property.Type.IsHandle()))
                return true;
        }

        return false;
    }

    private static bool IsShipped(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (IsOfShippedAssembly(current))
                return true;
        }

        return false;
    }

    private static bool IsOfShippedAssembly(ITypeSymbol type) => type.ContainingAssembly?.Name is KnownNames.Namespace or KnownNames.Namespace + ".Definitions";
}

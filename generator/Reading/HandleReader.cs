using System.Linq;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Checks that a handle type can take over a new fd: it is made before the call, so that no fd can leak.</summary>
public static class HandleReader
{
    public static DeclarationFault? Fault(ITypeSymbol type, Compilation compilation, ISymbol within)
    {
        bool isMakeable = type is INamedTypeSymbol { IsAbstract: false } named
            && named.InstanceConstructors.Any(constructor
                => constructor.Parameters.Length == 2
                && constructor.Parameters[0].Type.SpecialType == SpecialType.System_IntPtr
                && constructor.Parameters[1].Type.SpecialType == SpecialType.System_Boolean
                && compilation.IsSymbolAccessibleWithin(constructor, within.ContainingType));
        if (!isMakeable)
            return DeclarationFault.HandleHasNoConstructor;
        // Other SafeHandles need Marshal.InitHandle (.NET 8).
        return type.IsDeviceHandle() || compilation.GetTypeByMetadataName("System.Runtime.InteropServices.Marshal")?.GetMembers("InitHandle").IsEmpty == false
            ? null
            : DeclarationFault.HandleCannotAdopt;
    }
}

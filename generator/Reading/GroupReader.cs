using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.Generator.Reading;

/// <summary>Reads an <c>[IoctlGroup]</c> class and its methods.</summary>
public sealed class GroupReader(DiagnosticSink? sink, Compilation compilation, CancellationToken cancellation)
{
    public GroupModel? Read(INamedTypeSymbol type, TargetModel target)
    {
        if (type.FindByFullName(KnownNames.IoctlGroup) is not { } group || !IsDeclaredWell(type))
            return null;

        List<MethodModel> methods = [];
        CommandSetReader set = new(sink);
        List<SignatureModel> refused = [];
        List<string> lost = [];
        CommandReader commands = new(group, sink);
        // Without the sink: what is wrong with a struct is that struct's own diagnostic.
        StructReader structs = new(null, cancellation);
        foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!method.Has("IoctlAttribute"))
                continue;
            if (new MethodReader(sink, commands, structs, compilation, cancellation).Read(method) is { } model && set.Add(method, model))
                methods.Add(model);
            else if (RefusalReader.Read(method) is { } signature)
                refused.Add(signature);
            else if (IsLost(method))
                lost.Add(method.Name);
        }

        return new GroupModel(HierarchyReader.Read(type), type.Text(), target, HierarchyReader.Accessibility(type), methods, refused, lost);
    }

    /// <summary>A method that no valid group holds, as far as something can stand for its call; null for every other.</summary>
    public static RefusedCallModel? ReadRefusedCall(IMethodSymbol method, Compilation compilation)
    {
        INamedTypeSymbol type = method.ContainingType;
        bool isInGroup = type.FindByFullName(KnownNames.IoctlGroup) is not null && new GroupReader(null, compilation, default).IsDeclaredWell(type);
        if (isInGroup || !method.CanBeReferencedByName || !HierarchyReader.IsFirstOfItsName(type))
            return null;
        SignatureModel? signature = RefusalReader.Read(method);
        if (signature is null && !IsLost(method))
            return null;
        HierarchyModel hierarchy = HierarchyReader.Read(type);
        int index = type.GetMembers().IndexOf(method, 0, SymbolEqualityComparer.Default);
        return new RefusedCallModel(hierarchy with { HintName = $"{hierarchy.HintName}.{HierarchyReader.FileNamePart(method.Name)}.{index}.g.cs" }, method.Name, signature);
    }

    /// <summary>
    /// Whether the compiler drops the calls of this method without a word when nobody implements it: a partial <c>void</c> method
    /// without an access modifier and without <c>out</c> parameters.
    /// </summary>
    public static bool IsLost(IMethodSymbol method)
        => method is { ReturnsVoid: true, IsPartialDefinition: true, PartialImplementationPart: null }
            && method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is MethodDeclarationSyntax declaration
            && !declaration.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword);

    private bool IsDeclaredWell(INamedTypeSymbol type)
    {
        if (!HierarchyReader.CanReopen(type, sink))
            return false;
        if (!HierarchyReader.IsPartial(type))
            return Fault(DeclarationFault.TypeIsNotPartial, type);
        if (type is not { IsStatic: true, TypeKind: TypeKind.Class })
            return Fault(DeclarationFault.GroupIsNotStatic, type);
        // The emitted part declares it.
        if (type.GetMembers("Commands").FirstOrDefault(member => !EmittedPartReader.IsEmitted(member)) is not { } taken)
            return true;
        sink?.Report(DeclarationFault.MemberNameIsTaken, taken.Place(), type.Name, "[IoctlGroup]", "Commands");
        return false;
    }

    private bool Fault(DeclarationFault fault, INamedTypeSymbol type)
    {
        sink?.Report(fault, type.Place(), type.Name);
        return false;
    }
}

using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Analyzers.Flow;
using IoctlSharp.Analyzers.RawCalls;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>Finds memory that goes to the kernel as whoever had it before left it.</summary>
internal static class UninitializedReader
{
    private const int MaximumSteps = 8;
    private const uint KernelReads = 1u << 30;

    /// <summary>What the argument is called, who left the memory as it was, and where; null when anything else than this call touches it.</summary>
    public static (string Name, string Source, SyntaxNode Place)? Read(IArgumentOperation argument, IInvocationOperation call)
    {
        List<ILocalSymbol> path = [];
        if (argument.Parameter is not { } parameter || !MayBeRead(parameter, call, out bool isCertain) || Allocation(argument.Value, call, path, 0) is not var (source, place))
            return null;
        ILocalReferenceOperation[] earlier = [.. PassedArgumentReader.RootOf(call).Descendants().OfType<ILocalReferenceOperation>()
            .Where(use => use.Syntax.SpanStart < call.Syntax.SpanStart && path.Contains(use.Local, SymbolEqualityComparer.Default))];
        HashSet<string> written = [.. earlier.Select(Written).OfType<string>()];
        bool isTouched = earlier.Any(use => Written(use) is null && !IsHarmless(use, path));
        // Memory that nobody touched is for an answer, unless something says that the kernel reads it. What was set in part is read.
        if (isTouched || (written.Count == 0 && !isCertain) || (written.Count > 0 && !LeavesSome(path[path.Count - 1].Type, written, call)))
            return null;
        return (path.Count > 0 ? path[0].Name : PassedArgumentReader.Unwrap(argument.Value).Syntax.ToString(), source, place);
    }

    // A span that the kernel only writes may hold anything, and so may what the number says so of. Of a bitmap it sets bits, and leaves the others as they are.
    private static bool MayBeRead(IParameterSymbol parameter, IInvocationOperation call, out bool isCertain)
    {
        isCertain = true;
        if ((call.TargetMethod.ReducedFrom ?? call.TargetMethod).Has("IoctlAttribute"))
            return parameter.Type.SpanElement(out bool isWritable) is null || !isWritable || parameter.Has(KnownNames.BitPerPage);
        uint? number = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 1) is { } request ? RequestReader.Read(request.Value)?.Number : null;
        isCertain = number is { } bits && (bits & KernelReads) != 0;
        return parameter.Ordinal == 2 && (number is null || isCertain);
    }

    // The allocation that the argument is, or that is behind its locals.
    private static (string Source, SyntaxNode Place)? Allocation(IOperation value, IOperation call, List<ILocalSymbol> path, int steps)
    {
        if (steps > MaximumSteps)
            return null;
        switch (MemoryReader.Pinned(value))
        {
            case IImplicitIndexerReferenceOperation { Instance: { } sliced }:
                return Allocation(sliced, call, path, steps + 1);
            case IArrayElementReferenceOperation { Indices: { Length: 1 } indices } element when indices[0].ConstantValue is { HasValue: true, Value: 0 }:
                return Allocation(element.ArrayReference, call, path, steps + 1);
            case IPropertyReferenceOperation { Property.Name: "Span" or "Memory", Instance: { } owner }:
                return Allocation(owner, call, path, steps + 1);
            case IInvocationOperation { TargetMethod: { Name: "AsSpan", ContainingType.Name: "MemoryExtensions" } or { Name: "AsPointer", ContainingType.Name: "Unsafe" }, Arguments: { Length: > 0 } arguments }:
                return Allocation(arguments[0].Value, call, path, steps + 1);
            case IInvocationOperation { TargetMethod.Name: "Slice", Instance: { Type.IsRefLikeType: true } whole }:
                return Allocation(whole, call, path, steps + 1);
            case { Syntax: StackAllocArrayCreationExpressionSyntax { Initializer: null } }:
                return SkipsLocalsInit(call) ? ("stackalloc", value.Syntax) : null;
            case IInvocationOperation { TargetMethod: { } method }:
                return (method.ContainingType.Name, method.Name) is ("Marshal", "AllocHGlobal" or "AllocCoTaskMem") or ("NativeMemory", "Alloc" or "AlignedAlloc") or ("GC", "AllocateUninitializedArray") or ("ArrayPool" or "MemoryPool", "Rent")
                    ? ($"{method.ContainingType.Name}.{method.Name}", value.Syntax) : null;
            case ILocalReferenceOperation { Local: { IsRef: false } local } reference:
                path.Add(local);
                return GivenReader.Only(local, reference) is { } given ? Allocation(given, call, path, steps + 1) : OfBareLocal(local, reference, call);
            default:
                return null;
        }
    }

    // A struct that Unsafe.SkipInit made, or nobody, in a method whose locals are not cleared.
    private static (string Source, SyntaxNode Place)? OfBareLocal(ILocalSymbol local, IOperation reference, IOperation call)
    {
        if (local.Type.TypeKind != TypeKind.Struct)
            return null;
        ILocalReferenceOperation[] uses = [.. PassedArgumentReader.RootOf(reference).Descendants().OfType<ILocalReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local))];
        if (uses.FirstOrDefault(IsSkipInit) is { } skipped)
            return ("Unsafe.SkipInit", skipped.Syntax);
        bool isDeclaredBare = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer: null };
        return isDeclaredBare && SkipsLocalsInit(call) && !uses.Any(use => use.Parent is IAssignmentOperation assignment && assignment.Target == use) ? ("[SkipLocalsInit]", reference.Syntax) : null;
    }

    private static bool IsSkipInit(ILocalReferenceOperation use)
        => (use.Parent is IDeclarationExpressionOperation declaration ? declaration.Parent : use.Parent) is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "SkipInit", ContainingType.Name: "Unsafe" } } };

    private static bool SkipsLocalsInit(IOperation call)
    {
        ISymbol? symbol = call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart);
        for (ISymbol? current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (Skips(current))
                return true;
        }

        return symbol?.ContainingModule is { } module && Skips(module);
    }

    private static bool Skips(ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "SkipLocalsInitAttribute");

    // The field that a use writes, of the struct or through a pointer to it.
    private static string? Written(ILocalReferenceOperation use)
        => use.Syntax.Parent is MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } member && member.Expression == use.Syntax && assignment.Left == member ? member.Name.Identifier.ValueText : null;

    // On the way to the call, or no look at what is in it. Whatever else points to it may write it.
    private static bool IsHarmless(ILocalReferenceOperation use, List<ILocalSymbol> path)
    {
        if (IsSkipInit(use))
            return true;
        IOperation? user = use.Parent;
        while (user is IConversionOperation or { Kind: OperationKind.None } or IAddressOfOperation or IArrayElementReferenceOperation)
            user = user.Parent;
        return user switch
        {
            IPropertyReferenceOperation { Property.Name: "Length" or "Memory" } or IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } => true,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } pointer } } => path.Contains(pointer, SymbolEqualityComparer.Default),
            ISimpleAssignmentOperation assignment => assignment.Target == use,
            _ => false,
        };
    }

    // Of a kernel struct the call clears the holes and sets what is its own; of another one the holes go as they are.
    private static bool LeavesSome(ITypeSymbol type, HashSet<string> written, IInvocationOperation call)
    {
        if ((type is IPointerTypeSymbol pointer ? pointer.PointedAtType : type) is not INamedTypeSymbol { TypeKind: TypeKind.Struct } structure)
            return false;
        IFieldSymbol[] fields = [.. ShapeReader.Fields(structure)];
        if (!structure.IsKernelType())
            return fields.Any(field => !written.Contains(field.Name)) || (PlainStructReader.SizeOf(structure) is { } size && fields.Sum(field => PlainStructReader.SizeOf(field.Type) ?? size) < size);
        // A property may stand for bits or an arm.
        string[] given = [.. (call.TargetMethod.ReducedFrom ?? call.TargetMethod).Parameters.Select(parameter => parameter.Find(KnownNames.Field)?.Argument<string>(0)).OfType<string>()];
        return structure.FindByFullName(KnownNames.KernelUnion) is null && written.All(name => fields.Any(field => field.Name == name))
            && fields.Any(field => !written.Contains(field.Name) && !given.Contains(field.Name) && !field.Has(KnownNames.ArgSize) && !field.Has(KnownNames.TailCount) && !field.Has(KnownNames.CapabilityOffset) && !field.Has(KnownNames.Bits));
    }
}

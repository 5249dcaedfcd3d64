using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Finds the methods of a project that pass a request and an argument on to libc's <c>ioctl</c>, as most people write around the import.</summary>
internal sealed class ForwardingReader(Compilation compilation, CancellationToken cancellation)
{
    private readonly Lazy<ImmutableHashSet<string>> _imports = new(() => Imports(compilation.Assembly.GlobalNamespace, cancellation).ToImmutableHashSet());
    private readonly ConcurrentDictionary<IMethodSymbol, ForwardingModel?> _methods = new(SymbolEqualityComparer.Default);

    /// <summary>What the method passes on; null when it is no such method.</summary>
    public ForwardingModel? Read(IMethodSymbol method)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        return definition.DeclaringSyntaxReferences.Length == 1 && definition.Parameters.Any(parameter => IsRequest(parameter.Type)) && !_imports.Value.IsEmpty
            ? _methods.GetOrAdd(definition, Find)
            : null;
    }

    private static bool IsRequest(ITypeSymbol type)
        => type.TypeKind == TypeKind.Enum || type.Name == "IoctlCommand"
            || type.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    private ForwardingModel? Find(IMethodSymbol method)
    {
        SyntaxNode body = (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        ForwardingModel[] calls = [.. body.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(call => Forwarded(call, method, body)).OfType<ForwardingModel>().Distinct()];
        return calls.Length == 0 || calls.Any(call => call.Request != calls[0].Request) ? null
            : calls.Length == 1 ? calls[0]
            : new ForwardingModel(calls[0].Request, -1, false);
    }

    private ForwardingModel? Forwarded(InvocationExpressionSyntax call, IMethodSymbol method, SyntaxNode body)
    {
        string? name = call.Expression switch
        {
            IdentifierNameSyntax simple => simple.Identifier.ValueText,
            MemberAccessExpressionSyntax { Name: IdentifierNameSyntax member } => member.Identifier.ValueText,
            _ => null,
        };
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        if (name is null || !_imports.Value.Contains(name) || arguments.Count is not (2 or 3) || arguments.Any(argument => argument.NameColon is not null))
            return null;
        ExpressionSyntax request = Unwrap(arguments[1].Expression);
        if (request is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Number", Expression: var command })
            request = command;
        if (Parameter(request, method, body) is not { } ordinal)
            return null;
        if (arguments.Count == 2)
            return new ForwardingModel(ordinal, -1, false);
        ExpressionSyntax argument = Unwrap(arguments[2].Expression);
        if (Addressed(argument, arguments[2], body) is { } place)
            return new ForwardingModel(ordinal, Parameter(place, method, body) ?? -1, true);
        return new ForwardingModel(ordinal, Parameter(argument, method, body) ?? -1, false);
    }

    // ref x, &x, Unsafe.AsPointer(ref x), and p in fixed (T* p = &x).
    private static ExpressionSyntax? Addressed(ExpressionSyntax argument, ArgumentSyntax whole, SyntaxNode body) => argument switch
    {
        _ when !whole.RefKindKeyword.IsKind(SyntaxKind.None) => argument,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } address => Unwrap(address.Operand),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsPointer" }, ArgumentList.Arguments: { Count: 1 } reference } => Unwrap(reference[0].Expression),
        IdentifierNameSyntax pinned when Pinned(pinned, body) is { } value => value is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } address ? Unwrap(address.Operand) : value,
        _ => null,
    };

    private static ExpressionSyntax? Pinned(IdentifierNameSyntax pointer, SyntaxNode body)
        => body.DescendantNodes().OfType<FixedStatementSyntax>().SelectMany(statement => statement.Declaration.Variables)
            .FirstOrDefault(variable => variable.Identifier.ValueText == pointer.Identifier.ValueText)?.Initializer?.Value is { } value ? Unwrap(value) : null;

    // A parameter that the method has changed before is not what the caller gave.
    private static int? Parameter(ExpressionSyntax expression, IMethodSymbol method, SyntaxNode body)
        => expression is IdentifierNameSyntax { Identifier.ValueText: var name }
            && method.Parameters.FirstOrDefault(parameter => parameter.Name == name) is { } found
            && !body.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => assignment.Left is IdentifierNameSyntax target && target.Identifier.ValueText == name)
            ? found.Ordinal : null;

    private static ExpressionSyntax Unwrap(ExpressionSyntax expression) => expression switch
    {
        CastExpressionSyntax cast => Unwrap(cast.Expression),
        ParenthesizedExpressionSyntax parenthesized => Unwrap(parenthesized.Expression),
        CheckedExpressionSyntax checkedness => Unwrap(checkedness.Expression),
        _ => expression,
    };

    private static IEnumerable<string> Imports(INamespaceOrTypeSymbol scope, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (ISymbol member in scope.GetMembers())
        {
            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (string name in Imports(inner, cancellation))
                    yield return name;
            }
            else if (member is IMethodSymbol method && (method.IsExtern || method.IsPartialDefinition) && RawImportReader.IsIoctl(method))
            {
                yield return method.Name;
            }
        }
    }
}

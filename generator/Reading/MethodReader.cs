using System.Linq;
using System.Threading;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.Generator.Reading;

/// <summary>Reads one <c>[Ioctl]</c> method; null when it is not valid.</summary>
public sealed class MethodReader(DiagnosticSink? sink, CommandReader commands, StructReader structs, Compilation compilation, CancellationToken cancellation)
{
    public MethodModel? Read(IMethodSymbol method)
    {
        if (Declaration(method) is not { } declaration || HasUnknownType(method))
            return null;

        ParameterReader parameters = new(method, structs, sink, cancellation);
        if (!parameters.Read())
            return null;

        ResultModel? result = new ResultReader(method, parameters, sink, compilation).Read();
        if (result is null || !parameters.ResolveArgument(result) || !parameters.ResolveFields())
            return null;

        BindingReader bindings = new(method, parameters, sink, compilation);
        if (!bindings.Read())
            return null;

        SpanRuleReader spanRules = new(method, parameters, compilation, sink);
        if (!spanRules.Read())
            return null;

        AskAgainReader askAgain = new(method, parameters, bindings, result, sink, cancellation);
        if (!askAgain.Read())
            return null;

        ArgumentModel argument = parameters.Argument!;
        CommandModel? command = commands.Read(method, parameters.ArgumentType, argument is ArgumentModel.Elements);
        if (command is null)
            return null;

        return new MethodModel(
            SignatureReader.Read(method, declaration),
            command,
            parameters.Descriptor!,
            argument,
            bindings.Inputs,
            bindings.Outputs,
            bindings.Presets,
            spanRules.Rules,
            parameters.TailStruct,
            parameters.Tail,
            askAgain.Model,
            bindings.Resolve(result),
            parameters.NumberParameter,
            structs.Guards.Read(method),
            method.Find("IoctlAttribute")!.Named<bool>("Retry"));
    }

    private MethodDeclarationSyntax? Declaration(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not MethodDeclarationSyntax declaration)
            return Fault(DeclarationFault.MethodIsNotStaticPartial, method);
        // Another implementing part is the compiler's business (CS0757), or the user's own idea.
        if (method.PartialImplementationPart is { } other && !EmittedPartReader.IsEmitted(other) || declaration.Body is not null || declaration.ExpressionBody is not null)
            return Fault(DeclarationFault.MethodHasBody, method);
        if (!method.IsStatic || !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            return Fault(DeclarationFault.MethodIsNotStaticPartial, method);
        if (method.IsGenericMethod)
            return Fault(DeclarationFault.MethodIsGeneric, method);
        return method.ReturnsByRef || method.ReturnsByRefReadonly ? Fault(DeclarationFault.MethodReturnsByReference, method) : declaration;
    }

    // A half-typed type name is the compiler's business.
    public static bool HasUnknownType(IMethodSymbol method)
        => IsUnknown(method.ReturnType) || method.Parameters.Any(parameter => IsUnknown(parameter.Type) || parameter.Name.Length == 0)
            || method.Parameters.Select(parameter => parameter.Name).Distinct().Count() != method.Parameters.Length;

    private static bool IsUnknown(ITypeSymbol type)
        => type.TypeKind == TypeKind.Error || (type is INamedTypeSymbol named && named.TypeArguments.Any(IsUnknown));

    private MethodDeclarationSyntax? Fault(DeclarationFault fault, IMethodSymbol method)
    {
        sink?.Report(fault, method.Place(), method.Name);
        return null;
    }
}

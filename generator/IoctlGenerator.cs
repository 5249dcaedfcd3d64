using System;
using System.Threading;
using IoctlSharp.Generator.Emission;
using IoctlSharp.Generator.Model;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IoctlSharp.Generator;

/// <summary>
/// Expands declarations into calls. It reports nothing: where a call of an invalid declaration would stand, an error of the compiler's
/// stands, and the analyzers, which read with the same readers, say why.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class IoctlGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        Register(context, KnownNames.KernelStruct, StepNames.Structs, ReadStruct, model => (model.Hierarchy, StructEmitter.Emit(model)));
        Register(context, KnownNames.KernelUnion, StepNames.Unions, ReadStruct, model => (model.Hierarchy, StructEmitter.Emit(model)));
        Register(context, KnownNames.KernelConstants, StepNames.Constants, ReadConstants, model => (model.Hierarchy, ConstantsEmitter.Emit(model)));
        Register(context, KnownNames.IoctlGroup, StepNames.Groups, ReadGroup, model => (model.Hierarchy, GroupEmitter.Emit(model)));
        RegisterRefusedCalls(context);
    }

    private static void RegisterRefusedCalls(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<RefusedCallModel> refused = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.Ioctl,
                static (_, _) => true,
                static (syntax, _) => syntax.TargetSymbol is IMethodSymbol method ? GroupReader.ReadRefusedCall(method, syntax.SemanticModel.Compilation) : null)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(StepNames.RefusedCalls);
        context.RegisterSourceOutput(refused, static (production, model) => production.AddSource(model.Hierarchy.HintName, RefusedCallEmitter.Emit(model)));
    }

    private static void Register<TModel>(
        IncrementalGeneratorInitializationContext context,
        string attribute,
        string step,
        Func<INamedTypeSymbol, GeneratorAttributeSyntaxContext, CancellationToken, TModel?> read,
        Func<TModel, (HierarchyModel Hierarchy, string Text)> emit)
        where TModel : class
    {
        IncrementalValuesProvider<TModel> models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (_, _) => true,
                (syntax, cancellation) => syntax.TargetSymbol is INamedTypeSymbol type && HierarchyReader.IsFirstWith(type, attribute, syntax.TargetNode)
                    ? read(type, syntax, cancellation)
                    : null)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(step);
        context.RegisterSourceOutput(models, (production, model) =>
        {
            (HierarchyModel hierarchy, string text) = emit(model);
            production.AddSource(hierarchy.HintName, text);
        });
    }

    private static StructModel? ReadStruct(INamedTypeSymbol type, GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
        => new StructReader(null, cancellation).Read(type, Target(context));

    private static ConstantsModel? ReadConstants(INamedTypeSymbol type, GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
        => ConstantsReader.Read(type, null);

    private static GroupModel? ReadGroup(INamedTypeSymbol type, GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
        => new GroupReader(null, context.SemanticModel.Compilation, cancellation).Read(type, Target(context));

    private static TargetModel Target(GeneratorAttributeSyntaxContext context)
        => TypeReader.Target(
            context.SemanticModel.Compilation,
            context.TargetNode.SyntaxTree.Options is CSharpParseOptions options ? options.LanguageVersion : LanguageVersion.CSharp9);
}

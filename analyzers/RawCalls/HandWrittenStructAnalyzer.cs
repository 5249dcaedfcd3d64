using System;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Compares hand-written structs with the kernel structs of the same name that a package declares.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandWrittenStructAnalyzer : DiagnosticAnalyzer
{
    private static readonly DataModel[] s_models = [DataModel.Lp64, DataModel.Ilp32];

    private static readonly DiagnosticDescriptor s_handWrittenLayoutDiffers = new(
        RuleIds.HandWrittenLayoutDiffers,
        "A hand-written struct has the kernel's layout",
        "'{0}' is not laid out as the kernel's {1}: {2}; use '{3}'",
        RuleCategories.CallSite, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.HandWrittenLayoutDiffers));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_handWrittenLayoutDiffers);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            Lazy<CommandCatalogModel> catalog = new(() => CommandCatalogReader.ReadShipped(start.Compilation, start.CancellationToken));
            start.RegisterSymbolAction(symbol => Analyze(symbol, catalog), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, Lazy<CommandCatalogModel> catalog)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        // Who repeats a struct of the kernel writes its layout down, or its name as C has it.
        if (type.TypeKind != TypeKind.Struct || type.IsKernelType() || (ClrStructReader.StatedLayout(type) is null && type.Name.IndexOf('_') < 0))
            return;
        if (catalog.Value.StructLike(type.Name) is not { } shipped || new ShapeReader(null, context.CancellationToken).Read(shipped) is not { } shape || type.Place() is not { } place)
            return;
        foreach (DataModel model in s_models)
        {
            if (PlainStructReader.Layout(type, model) is not { } written || Difference(written, CLayoutEngine.Compute(shape.Definition, model), shape.Definition, model) is not { } difference)
                continue;
            context.ReportDiagnostic(Diagnostic.Create(
                s_handWrittenLayoutDiffers, place, ImmutableDictionary<string, string?>.Empty.Add("Type", shipped.ToDisplayString()),
                type.Name, shape.Definition.Name, difference, shipped.ToDisplayString()));
            return;
        }
    }

    // The first difference says it all. A struct that ends before the newest fields is that of an older kernel.
    private static string? Difference(ClrLayout written, StructLayout kernel, CStruct definition, DataModel model)
    {
        string machine = model == DataModel.Lp64 ? "" : " on 32-bit machines";
        foreach (FieldLayout field in written.Fields)
        {
            if (kernel.Fields.FirstOrDefault(other => IsSame(other.Name, field.Name)) is { } twin)
            {
                if (twin.Offset != field.Offset)
                    return $"'{field.Name}' is at offset {field.Offset}, and in C at {twin.Offset}{machine}";
                if (twin.Size != field.Size)
                    return $"'{field.Name}' has {field.Size} bytes, and in C {twin.Size}{machine}";
            }
            else if (field.Offset >= kernel.Size && definition.Tail is null)
            {
                return $"'{field.Name}' lies behind the {kernel.Size} bytes that C has{machine}";
            }
        }

        FieldLayout last = written.Fields[written.Fields.Count - 1];
        FieldLayout? missing = kernel.Fields.FirstOrDefault(field => field.Offset < last.Offset && !written.Fields.Any(other => other.Offset <= field.Offset && field.Offset < other.Offset + other.Size));
        if (missing is not null)
            return $"it lacks '{missing.Name}' at offset {missing.Offset}{machine}";
        return written.Size > kernel.Size && definition.Tail is null ? $"it has {written.Size} bytes, and in C {kernel.Size}{machine}" : null;
    }

    private static bool IsSame(string cName, string name)
        => string.Equals(cName.Replace("_", ""), name.Replace("_", ""), StringComparison.OrdinalIgnoreCase);
}

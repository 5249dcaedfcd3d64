using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IoctlSharp.Analyzers.Suppression;

/// <summary>
/// Keeps the SDK's style rules away from what the kernel's headers decide: fields of a struct are its layout, whoever reads or writes them, and constants
/// have the header's values.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KernelTypeSuppressor : DiagnosticSuppressor
{
    private static readonly ImmutableArray<SuppressionDescriptor> s_ofBoth = ImmutableArray.Create(
        new SuppressionDescriptor("IOCTLS001", "CA1711", "The name is that of the header"),
        new SuppressionDescriptor("IOCTLS007", "CA1720", "The name is that of the header"));

    private static readonly ImmutableArray<SuppressionDescriptor> s_ofStructs = s_ofBoth.AddRange(ImmutableArray.Create(
        new SuppressionDescriptor("IOCTLS002", "CA1815", "Kernel structs are arguments, which nobody compares"),
        new SuppressionDescriptor("IOCTLS003", "IDE0044", "The kernel, or the generated part, writes the field"),
        new SuppressionDescriptor("IOCTLS004", "IDE0051", "The kernel, or the generated part, uses the field"),
        new SuppressionDescriptor("IOCTLS005", "IDE0052", "The kernel, or the generated part, uses the field"),
        new SuppressionDescriptor("IOCTLS006", "CA1823", "The kernel, or the generated part, uses the field"),
        new SuppressionDescriptor("IOCTLS008", "IDE0032", "An auto-property hides a field of the layout (IOCTL1011)"),
        new SuppressionDescriptor("IOCTLS009", "IDE0250", "The kernel writes to the struct (IOCTL1005)")));

    private static readonly ImmutableArray<SuppressionDescriptor> s_ofConstants = s_ofBoth.AddRange(ImmutableArray.Create(
        new SuppressionDescriptor("IOCTLS010", "CA1028", "The width of the constants is that of the kernel's field"),
        new SuppressionDescriptor("IOCTLS011", "CA1069", "The header gives one value several names"),
        new SuppressionDescriptor("IOCTLS012", "CA1008", "The header has no name for 0"),
        new SuppressionDescriptor("IOCTLS013", "CA2217", "The header's masks are no single flags"),
        new SuppressionDescriptor("IOCTLS014", "CA1027", "The header's numbers are powers of two by chance"),
        new SuppressionDescriptor("IOCTLS015", "CA1700", "The header calls a value reserved")));

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = s_ofStructs.AddRange(s_ofConstants.Skip(s_ofBoth.Length));

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (TypeAt(diagnostic, context) is not { } type)
                continue;
            ImmutableArray<SuppressionDescriptor> descriptors = type.IsKernelType() ? s_ofStructs
                : type.FindByFullName(KnownNames.KernelConstants) is not null ? s_ofConstants
                : ImmutableArray<SuppressionDescriptor>.Empty;
            if (descriptors.FirstOrDefault(descriptor => descriptor.SuppressedDiagnosticId == diagnostic.Id) is { } suppression)
                context.ReportSuppression(Microsoft.CodeAnalysis.Diagnostics.Suppression.Create(suppression, diagnostic));
        }
    }

    // The type that the place declares, or declares a member of.
    private static INamedTypeSymbol? TypeAt(Diagnostic diagnostic, SuppressionAnalysisContext context)
    {
        if (diagnostic.Location.SourceTree is not { } tree)
            return null;
        SemanticModel model = context.GetSemanticModel(tree);
        IEnumerable<SyntaxNode> around = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan).AncestorsAndSelf();
        ISymbol? symbol = around.Select(node => model.GetDeclaredSymbol(node, context.CancellationToken)).FirstOrDefault(declared => declared is not null);
        return symbol as INamedTypeSymbol ?? symbol?.ContainingType;
    }
}

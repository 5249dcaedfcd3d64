using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Finds registers of a device that are accessed through a pointer.</summary>
internal static class RegisterReader
{
    private const string Region = "MappedRegion";

    public static void Read(SyntaxNodeAnalysisContext context)
    {
        ExpressionSyntax? pointer = context.Node switch
        {
            PrefixUnaryExpressionSyntax indirection => indirection.Operand,
            ElementAccessExpressionSyntax element => element.Expression,
            _ => null,
        };
        if (pointer is null || (context.Node is ElementAccessExpressionSyntax && context.SemanticModel.GetTypeInfo(pointer, context.CancellationToken).Type is not IPointerTypeSymbol))
            return;
        // A byte is never narrowed.
        if (context.SemanticModel.GetTypeInfo(context.Node, context.CancellationToken).Type?.SpecialType is SpecialType.System_Byte or SpecialType.System_SByte)
            return;
        if (IsOfRegion(pointer, context, depth: 0))
            context.ReportDiagnostic(Diagnostic.Create(AnswerRules.RegisterAccessMayBeNarrowed, context.Node.GetLocation(), context.Node.ToString()));
    }

    // An address of a mapped region, or a local that was made from one.
    private static bool IsOfRegion(ExpressionSyntax pointer, SyntaxNodeAnalysisContext context, int depth)
    {
        foreach (SimpleNameSyntax name in pointer.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
        {
            switch (context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol)
            {
                case IPropertySymbol { Name: "Address" } property when property.ContainingType.IsOurs(Region):
                    return true;
                case ILocalSymbol { Type: IPointerTypeSymbol or { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } } local when depth < 4
                    && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value } && IsOfRegion(value, context, depth + 1):
                    return true;
            }
        }

        return false;
    }
}

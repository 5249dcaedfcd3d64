using System.Linq;
using System.Threading;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

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
            MemberAccessExpressionSyntax member => member.Expression,
            _ => null,
        };
        if (pointer is null || (context.Node is ElementAccessExpressionSyntax && context.SemanticModel.GetTypeInfo(pointer, context.CancellationToken).Type is not IPointerTypeSymbol))
            return;
        // A byte is never narrowed.
        if (context.SemanticModel.GetTypeInfo(context.Node, context.CancellationToken).Type?.SpecialType is SpecialType.System_Byte or SpecialType.System_SByte)
            return;
        if (IsOfRegion(pointer, context.SemanticModel, depth: 0, context.CancellationToken))
            context.ReportDiagnostic(Diagnostic.Create(AnswerRules.RegisterAccessMayBeNarrowed, context.Node.GetLocation(), context.Node.ToString()));
    }

    /// <summary>Finds those that go through a method which does the same.</summary>
    public static void ReadCall(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        bool isAccess = call.TargetMethod.ContainingType.Name switch
        {
            "Unsafe" => call.TargetMethod is { Name: "Read" or "ReadUnaligned" or "Write" or "WriteUnaligned" or "AsRef", TypeArguments: { Length: 1 } types } && types[0].SpecialType is not (SpecialType.System_Byte or SpecialType.System_SByte),
            "Marshal" => call.TargetMethod.Name is "ReadInt16" or "ReadInt32" or "ReadInt64" or "WriteInt16" or "WriteInt32" or "WriteInt64",
            _ => false,
        };
        if (isAccess && call.SemanticModel is { } model && call.Arguments.FirstOrDefault()?.Value.Syntax is ExpressionSyntax address && IsOfRegion(address, model, depth: 0, context.CancellationToken))
            context.ReportDiagnostic(Diagnostic.Create(AnswerRules.RegisterAccessMayBeNarrowed, call.Syntax.GetLocation(), call.Syntax.ToString()));
    }

    // An address of a mapped region, or a local that was made from one.
    private static bool IsOfRegion(ExpressionSyntax pointer, SemanticModel model, int depth, CancellationToken cancellation)
    {
        foreach (SimpleNameSyntax name in pointer.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
        {
            switch (model.GetSymbolInfo(name, cancellation).Symbol)
            {
                case IPropertySymbol { Name: "Address" } property when property.ContainingType.IsOurs(Region):
                    return true;
                case ILocalSymbol { Type: IPointerTypeSymbol or { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } } local when depth < 4
                    && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } value } && IsOfRegion(value, model, depth + 1, cancellation):
                    return true;
            }
        }

        return false;
    }
}

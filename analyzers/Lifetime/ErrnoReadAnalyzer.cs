using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Analyzers.RawCalls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>Looks for calls between an import of libc and the line that asks for its errno.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ErrnoReadAnalyzer : DiagnosticAnalyzer
{
    // Of what is often done in between, these make system calls that leave their own errno. A SafeHandle that is disposed keeps the one before.
    private static readonly HashSet<string> s_types = ["Console", "File", "FileInfo", "Directory", "DirectoryInfo", "Process", "Socket"];
    private static readonly HashSet<string> s_namespaces = ["System", "System.IO", "System.Diagnostics", "System.Net.Sockets"];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(CallResultRules.ErrnoIsReadTooLate);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        IInvocationOperation read = (IInvocationOperation)context.Operation;
        if (read.TargetMethod is not { Name: "GetLastPInvokeError" or "GetLastWin32Error" or "GetLastSystemError", ContainingType.Name: "Marshal" })
            return;
        IInvocationOperation? between = null;
        // Backwards through what runs before: the statements in front, and those in front of the block around.
        for (IOperation current = read; current.Parent is { } parent; current = parent)
        {
            IEnumerable<IOperation> earlier = parent switch
            {
                IBlockOperation block => block.Operations.TakeWhile(statement => statement != current).Reverse(),
                IConditionalOperation conditional when conditional.Condition != current => [conditional.Condition],
                _ => [],
            };
            foreach (IOperation statement in earlier)
            {
                foreach (IInvocationOperation call in statement.DescendantsAndSelf().OfType<IInvocationOperation>().Reverse())
                {
                    if (RawImportReader.Read(call.TargetMethod) is not null)
                    {
                        if (between is not null)
                            context.ReportDiagnostic(Diagnostic.Create(CallResultRules.ErrnoIsReadTooLate, read.Syntax.GetLocation(), read.TargetMethod.Name, between.TargetMethod.Name, call.TargetMethod.Name));
                        return;
                    }

                    if (read.TargetMethod.Name == call.TargetMethod.Name)
                        return;
                    between = ChangesErrno(call) ? call : between;
                }
            }

            // A loop or a try around runs in an order of its own.
            if (parent is ILoopOperation or ITryOperation or IAnonymousFunctionOperation or ILocalFunctionOperation)
                return;
        }
    }

    private static bool ChangesErrno(IInvocationOperation call)
        => call.TargetMethod.IsExtern
            // Only what keeps its errno overwrites the one that is kept.
            ? call.TargetMethod.GetDllImportData()?.SetLastError == true
            : IsSystemCall(call.TargetMethod.ContainingType) || (call.Instance is IPropertyReferenceOperation { Property: { IsStatic: true } writer } && IsSystemCall(writer.ContainingType));

    private static bool IsSystemCall(INamedTypeSymbol? type)
        => type is not null && s_types.Contains(type.Name) && s_namespaces.Contains(type.ContainingNamespace?.ToDisplayString() ?? "");
}

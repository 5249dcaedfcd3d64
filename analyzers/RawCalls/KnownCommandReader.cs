using System;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Compares a project's own declarations with what is known of the commands they name.</summary>
internal static class KnownCommandReader
{
    public static void Read(SymbolAnalysisContext context, Lazy<CommandCatalogModel> catalog)
    {
        IMethodSymbol method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null || method.Find("IoctlAttribute") is not { } ioctl || method.ContainingType?.FindByFullName(KnownNames.IoctlGroup) is not { } group)
            return;
        // Of half a number nobody knows what it becomes.
        if (ioctl.Place(method) is not { } place || ioctl.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).ContainsDiagnostics != false)
            return;
        KnownCommandModel? command = CommandCatalogReader.Read(method, ioctl, group, context.CancellationToken);
        if (command is not null && catalog.Value.OfName(command.Name).FirstOrDefault() is { } known)
            Compare(context, place, method, command, known);
        else
            CheckDirection(context, place, method, ioctl, command);
    }

    private static void Compare(SymbolAnalysisContext context, Location place, IMethodSymbol method, KnownCommandModel command, KnownCommandModel known)
    {
        (string, string)? difference =
            command.Number != known.Number ? ($"the number 0x{command.Number:x}", $"0x{known.Number:x}")
            : known.Form == ArgumentForm.Value && command.Form == ArgumentForm.Pointer ? ("the address of an argument", "an argument by value")
            : known.Form == ArgumentForm.Pointer && command.Form == ArgumentForm.Value ? ("an argument by value", "the address of an argument")
            : known.Form == ArgumentForm.Pointer && command.Form == ArgumentForm.None ? ("no argument", "the address of one")
            : command is { Form: ArgumentForm.Pointer, Size: > 0 } && known.Size > 0 && IsAnotherSize(command, known) ? ($"an argument of {command.Size} bytes", $"one of {known.Size}")
            : null;
        if (difference is var (declared, truth))
            context.ReportDiagnostic(Diagnostic.Create(RawCallRules.CommandDiffersFromKnown, place, method.Name, command.Name, declared, truth, "write the macro, the number and the argument of the #define"));
    }

    private static bool IsAnotherSize(KnownCommandModel command, KnownCommandModel known)
        => command.Size < known.Size
            ? !HasOwnSize(command)
            : command.Size > known.Size && known.Argument is null && command.Argument is not IArrayTypeSymbol && command.Argument.Scalar() is not null;

    // A struct that says its own size may be one of an older kernel.
    private static bool HasOwnSize(KnownCommandModel command)
        => command.Argument is INamedTypeSymbol argument && ShapeReader.Fields(argument).Any(field => field.Has(KnownNames.ArgSize));

    // _IOW is "user space writes": the kernel reads. A macro's type that is not the argument's says that the author looked.
    private static void CheckDirection(SymbolAnalysisContext context, Location place, IMethodSymbol method, AttributeData ioctl, KnownCommandModel? command)
    {
        if (ioctl.ConstructorArguments.Length == 0 || ioctl.HasNamed("MacroType") || Use(method, ioctl, command) is not (var isRead, var isWritten))
            return;
        switch ((IoctlMacro)ioctl.Argument<int>(0))
        {
            case IoctlMacro.IOW when isWritten && !isRead:
                context.ReportDiagnostic(Diagnostic.Create(RawCallRules.DirectionContradictsUse, place, method.Name, "_IOW", "only reads", "only written by it"));
                break;
            case IoctlMacro.IOR when isRead && !isWritten:
                context.ReportDiagnostic(Diagnostic.Create(RawCallRules.DirectionContradictsUse, place, method.Name, "_IOR", "only writes", "only read by it"));
                break;
        }
    }

    // What the method lets the kernel do with the argument; null where that cannot be told.
    private static (bool IsRead, bool IsWritten)? Use(IMethodSymbol method, AttributeData ioctl, KnownCommandModel? command)
    {
        // The whole argument is a span: one that can be written may yet only be read.
        if (method.Parameters.Skip(1).FirstOrDefault(parameter => parameter.Type.SpanElement(out _) is not null && parameter.GetAttributes().IsEmpty) is { } span)
            return span.Type.SpanElement(out bool isWritable) is not null && isWritable ? null : (true, false);
        if (command is null)
            return null;
        IParameterSymbol[] fields = [.. method.Parameters.Skip(1).Where(parameter => parameter.Has(KnownNames.Field))];
        if (ioctl.HasNamed("Argument"))
        {
            return method.Parameters.Any(parameter => parameter.Has(KnownNames.Tail)) ? null
                : (fields.Any(field => field.RefKind != RefKind.Out) || method.Has(KnownNames.Preset),
                    fields.Any(field => field.RefKind == RefKind.Out) || method.GetReturnTypeAttributes().Find(KnownNames.Field) is not null);
        }

        if (command.Form != ArgumentForm.Pointer)
            return null;
        IParameterSymbol? parameter = method.Parameters.Skip(1).FirstOrDefault(item => SymbolEqualityComparer.Default.Equals(item.Type, command.Argument));
        return (parameter?.RefKind is RefKind.In or RefKind.Ref || fields.Length > 0, parameter is null || parameter.RefKind is RefKind.Out or RefKind.Ref);
    }
}

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Compares calls of libc's <c>ioctl</c> with what is known of their commands. Whatever cannot be told is left alone.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RawCallAnalyzer : DiagnosticAnalyzer
{
    private const uint DirectionBits = 3u << 30;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(RawCallRules.RawIoctlTakesAnotherStruct, RawCallRules.RequestIsLiteral, RawCallRules.RequestSizeIsNotArguments, RawCallRules.RawIoctlPassesWrongWay, RawImportRules.RawArgumentIsCopied);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            Lazy<CommandCatalogModel> catalog = new(() => CommandCatalogReader.Read(start.Compilation, start.CancellationToken));
            start.RegisterOperationAction(operation => Analyze(operation, catalog), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, Lazy<CommandCatalogModel> catalog)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (!RawImportReader.IsIoctl(call.TargetMethod) || PassedArgumentReader.Request(call, out uint? number, out string? name) is not { } request)
            return;
        if (number is null && name is null)
            return;

        KnownCommandModel[] commands = [.. name is null ? catalog.Value.OfNumber(number!.Value) : catalog.Value.OfName(name)];
        PassedArgumentModel passed = PassedArgumentReader.Read(call);
        Location place = (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 2)?.Syntax ?? call.Syntax).GetLocation();
        if (number is { } literal)
            CheckLiteral(context, request, literal, commands);
        if (MarshalledArgumentReader.Fault(call, number, commands.Any(command => command.KeepsArgument)) is { } fault && call.TargetMethod.Parameters[2] is { } parameter)
            context.ReportDiagnostic(Diagnostic.Create(RawImportRules.RawArgumentIsCopied, place, parameter.Name, parameter.Type.ToDisplayString(), fault));
        else if (commands.Length == 0)
            CheckSize(context, place, number, passed);
        else if (!CheckForm(context, place, commands, passed))
            CheckStruct(context, place, commands, passed);
    }

    private static void CheckLiteral(OperationAnalysisContext context, IOperation request, uint number, KnownCommandModel[] commands)
    {
        // A program that is built for one machine has one number.
        if (context.Compilation.Options.Platform is Platform.X64 or Platform.Arm64)
            return;
        if (commands.Any(command => command.IsSameEverywhere) || (commands.Length == 0 && (number & DirectionBits) == 0))
            return;
        KnownCommandModel? command = commands.FirstOrDefault();
        // One number can be several commands', on several kinds of file: then which is not ours to choose.
        string? replacement = commands.Select(item => item.Name).Distinct().Count() == 1 && command!.Method is { } method ? $"{method.ContainingType.ToDisplayString()}.Commands.{command.Name}" : null;
        context.ReportDiagnostic(Diagnostic.Create(
            RawCallRules.RequestIsLiteral,
            request.Syntax.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add("Command", replacement),
            "0x" + number.ToString("x"),
            command is null ? "this command" : string.Join(" or ", commands.Select(item => item.Name).Distinct()),
            command?.Remedy ?? "declare the command with [Ioctl], which computes its number"));
    }

    private static void CheckSize(OperationAnalysisContext context, Location place, uint? number, PassedArgumentModel passed)
    {
        if (number is not { } bits || (bits & DirectionBits) == 0 || passed is not { Form: ArgumentForm.Pointer, Type: { } type } || SizeOf(passed) is not { } size)
            return;
        int stated = (int)(bits >> 16) & 0x3fff;
        if (stated != 0 && IsAnotherSize(bits, stated, size, isScalar: passed.Elements == 0 && type.Scalar() is not null))
            context.ReportDiagnostic(Diagnostic.Create(RawCallRules.RequestSizeIsNotArguments, place, "0x" + bits.ToString("x"), stated, type.ToDisplayString(), size));
    }

    private static bool IsAnotherSize(uint number, int stated, int size, bool isScalar)
    {
        // Headers write _IOW('x', 1, long) or _IOW('x', 1, int *) for an int: then the number has 8 bytes, and the argument 4.
        if (size < stated)
            return stated != 8;
        // Behind a head that the number counts stand entries that it does not. A scalar is no head, and evdev's bitmaps are as long as the number says.
        return size > stated && (isScalar || IsBitmap(number));
    }

    // EVIOCGPROP, EVIOCGKEY to EVIOCGSW, EVIOCGBIT.
    private static bool IsBitmap(uint number)
        => number >> 30 == 2 && (number >> 8 & 0xff) == 'E' && (number & 0xff) is 0x09 or (>= 0x18 and <= 0x1b) or (>= 0x20 and <= 0x3f);

    private static bool CheckForm(OperationAnalysisContext context, Location place, KnownCommandModel[] commands, PassedArgumentModel passed)
    {
        if (passed.Form == ArgumentForm.Pointer && commands.All(command => command.Form == ArgumentForm.Value))
            return Report("its argument by value", "an address");
        return passed.Form == ArgumentForm.Value && commands.All(command => command.Form == ArgumentForm.Pointer) && Report("the address of its argument", "a value");

        bool Report(string takes, string given)
        {
            context.ReportDiagnostic(Diagnostic.Create(RawCallRules.RawIoctlPassesWrongWay, place, commands[0].Name, takes, given, commands[0].Remedy));
            return true;
        }
    }

    private static void CheckStruct(OperationAnalysisContext context, Location place, KnownCommandModel[] commands, PassedArgumentModel passed)
    {
        if (passed is not { Form: ArgumentForm.Pointer, Type: { } type } || commands.Any(command => command.Form != ArgumentForm.Pointer || !IsOther(type, command, passed)))
            return;
        string takes = string.Join(" or ", commands.Select(command => command.Argument is { } argument ? $"'{argument.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'" : $"{command.Size} bytes").Distinct());
        context.ReportDiagnostic(Diagnostic.Create(
            RawCallRules.RawIoctlTakesAnotherStruct,
            place,
            type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            string.Join(" or ", commands.Select(command => command.Name).Distinct()),
            takes,
            commands[0].Remedy));
    }

    // A struct of the kernel is known by its tag; of any other only that it is too small for what the kernel reads or writes.
    private static bool IsOther(ITypeSymbol type, KnownCommandModel command, PassedArgumentModel passed)
    {
        if (SymbolEqualityComparer.Default.Equals(type, command.Argument))
            return false;
        if (Tag(type) is { } tag && command.Argument is not null)
            return Tag(command.Argument) != tag;
        return command.Size > 0 && SizeOf(passed) is { } size && size < MinimumOf(command);
    }

    // A struct that says its own size may be one of an older kernel: it ends before the newest fields.
    private static int MinimumOf(KnownCommandModel command)
        => command.Argument is INamedTypeSymbol argument && ShapeReader.Fields(argument).Any(field => field.Has(KnownNames.ArgSize)) ? 8 : command.Size;

    private static string? Tag(ITypeSymbol type)
        => (type.FindByFullName(KnownNames.KernelStruct) ?? type.FindByFullName(KnownNames.KernelUnion))?.Argument<string>(0);

    // One byte is a buffer's first.
    private static int? SizeOf(PassedArgumentModel passed)
        => !passed.IsWhole || passed.Type is not { } type || type.SpecialType is SpecialType.System_Void || (type.SpecialType == SpecialType.System_Byte && passed.Elements == 0)
            ? null
            : PlainStructReader.SizeOf(type) * Math.Max(1, passed.Elements);
}

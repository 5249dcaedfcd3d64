using System;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Finds numbers and arguments that are not those of the command that is called.</summary>
internal static class CommandUseReader
{
    private const uint DirectionBits = 3u << 30;
    private const int TerminalType = 'T';

    /// <summary>Whether the argument may be one of the command's, as far as it is known; false when it has a diagnostic.</summary>
    /// <param name="context">Where to report.</param>
    /// <param name="call">The call.</param>
    /// <param name="catalog">What is known.</param>
    /// <param name="remedy">What to write instead of the call; null where the command is not known.</param>
    public static bool Read(OperationAnalysisContext context, RawCallModel call, CommandCatalogModel catalog, out string? remedy)
    {
        remedy = null;
        if (RequestReader.Read(call.Request) is not { } request)
            return true;
        KnownCommandModel? named = request is { Number: not null, Constant: { } constant } ? catalog.LikeName(constant) : null;
        KnownCommandModel[] commands = [.. request.Number is { } number ? catalog.OfNumber(number) : catalog.OfName(request.Command!)];
        if (named is not null && IsAnother(request.Number!.Value, named))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                RawCallRules.CommandDiffersFromKnown, call.Request.Syntax.GetLocation(), request.Constant, named.Name, $"the number 0x{request.Number:x}", $"0x{named.Number:x}", NumberRemedy([named])));
            return true;
        }

        PassedArgumentModel passed = call.Passed;
        commands = Narrow(commands, named, passed);
        if (request.Number is { } literal)
            CheckLiteral(context, call.Request, literal, commands);
        if (call.Import is { } import && MarshalledArgumentReader.Fault(import, request.Number, commands.Any(command => command.KeepsArgument)) is { } fault && import.TargetMethod.Parameters[2] is { } parameter)
        {
            context.ReportDiagnostic(Diagnostic.Create(RawImportRules.RawArgumentIsCopied, call.Place, parameter.Name, parameter.Type.ToDisplayString(), fault));
            return false;
        }

        if (commands.Length == 0)
            return !CheckSize(context, call.Place, request.Number, passed);
        remedy = Remedy(commands);
        return !CheckForm(context, call.Place, commands, passed) && !CheckStruct(context, call.Place, commands, passed, catalog) && !CheckLayout(context, call.Place, commands, passed, catalog);
    }

    // Only the number within its type differs. The terminal's numbers are others on mips, macOS and elsewhere.
    private static bool IsAnother(uint number, KnownCommandModel named)
        => number != named.Number && number >> 16 == named.Number >> 16 && (named.IsSameEverywhere || ((number >> 8) & 0xff) != TerminalType);

    // One number can be several commands', on several kinds of file: the constant's name says which it is, or the argument.
    private static KnownCommandModel[] Narrow(KnownCommandModel[] commands, KnownCommandModel? named, PassedArgumentModel passed)
    {
        if (named is not null && commands.Any(command => command.Name == named.Name))
            return [.. commands.Where(command => command.Name == named.Name)];
        KnownCommandModel[] fitting = passed.Type is { } type ? [.. commands.Where(command => SymbolEqualityComparer.Default.Equals(command.Argument, type))] : [];
        return fitting.Length > 0 ? fitting : commands;
    }

    // One command can have several methods, one for each use.
    private static string Remedy(KnownCommandModel[] commands)
        => commands[0].Method is { } method && commands.Select(command => Plain(command.Method)).Distinct().Count() > 1 ? $"call the method of {method.ContainingType.Name} that is meant" : commands[0].Remedy;

    private static string NumberRemedy(KnownCommandModel[] commands)
        => Remedy(commands) + (commands[0].Method is { } method ? $", or pass {method.ContainingType.Name}.Commands.{commands[0].Name}.Number" : ", which has its number for every architecture");

    private static string? Plain(IMethodSymbol? method)
        => method?.Name.StartsWith("Try", StringComparison.Ordinal) == true ? method.Name.Substring(3) : method?.Name;

    private static void CheckLiteral(OperationAnalysisContext context, IOperation request, uint number, KnownCommandModel[] commands)
    {
        // A program that is built for one machine has one number.
        if (context.Compilation.Options.Platform is Platform.X64 or Platform.Arm64)
            return;
        if (commands.Any(command => command.IsSameEverywhere) || (commands.Length == 0 && (number & DirectionBits) == 0))
            return;
        KnownCommandModel[] distinct = [.. commands.GroupBy(command => command.Name).Select(group => group.First())];
        // Which of several it is, is not ours to choose.
        string? replacement = distinct.Length == 1 && distinct[0].Method is { } method ? $"{method.ContainingType.ToDisplayString()}.Commands.{distinct[0].Name}" : null;
        context.ReportDiagnostic(Diagnostic.Create(
            RawCallRules.RequestIsLiteral,
            request.Syntax.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add("Command", replacement),
            "0x" + number.ToString("x"),
            distinct.Length == 0 ? "this command" : string.Join(" or ", distinct.Select(item => item.Name)),
            distinct.Length switch
            {
                0 => "declare the command with [Ioctl], which computes its number",
                1 => NumberRemedy(commands),
                _ => "call the method of the one that is meant, or pass its Number",
            }));
    }

    private static bool CheckSize(OperationAnalysisContext context, Location place, uint? number, PassedArgumentModel passed)
    {
        if (number is not { } bits || (bits & DirectionBits) == 0 || passed is not { Form: ArgumentForm.Pointer, Type: { } type } || SizeOf(passed) is not { } size)
            return false;
        int stated = (int)(bits >> 16) & 0x3fff;
        if (stated == 0 || !IsAnotherSize(bits, stated, size, isScalar: passed.Elements == 0 && type.Scalar() is not null))
            return false;
        context.ReportDiagnostic(Diagnostic.Create(RawCallRules.RequestSizeIsNotArguments, place, "0x" + bits.ToString("x"), stated, Text(passed), size));
        return true;
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
            context.ReportDiagnostic(Diagnostic.Create(RawCallRules.RawIoctlPassesWrongWay, place, commands[0].Name, takes, given, Remedy(commands)));
            return true;
        }
    }

    private static bool CheckStruct(OperationAnalysisContext context, Location place, KnownCommandModel[] commands, PassedArgumentModel passed, CommandCatalogModel catalog)
    {
        if (passed is not { Form: ArgumentForm.Pointer, Type: { } type } || commands.Any(command => command.Form != ArgumentForm.Pointer || !IsOther(type, command, passed, catalog)))
            return false;
        string takes = string.Join(" or ", commands.Select(command => command.Argument is { } argument ? $"'{argument.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'" : command.Size == 1 ? "1 byte" : $"{command.Size} bytes").Distinct());
        context.ReportDiagnostic(Diagnostic.Create(
            RawCallRules.RawIoctlTakesAnotherStruct, place, Text(passed), string.Join(" or ", commands.Select(command => command.Name).Distinct()), takes, Remedy(commands)));
        return true;
    }

    // A struct of the kernel is known by its tag, one that repeats it by its name; of any other only that it is too small for what the kernel reads or writes.
    private static bool IsOther(ITypeSymbol type, KnownCommandModel command, PassedArgumentModel passed, CommandCatalogModel catalog)
    {
        if (SymbolEqualityComparer.Default.Equals(type, command.Argument))
            return false;
        if (command.Argument is not null && (Tag(type) ?? (type is INamedTypeSymbol named && HandWrittenStructReader.Shipped(named, catalog) is { } shipped ? Tag(shipped) : null)) is { } tag)
            return Tag(command.Argument) != tag;
        if (command.Size == 0 || SizeOf(passed) is not { } size)
            return false;
        // An integer has the width that the kernel reads or writes, or is another one where the high byte comes first.
        return size < MinimumOf(command) || (passed.Elements == 0 && command.Argument is null && command.Size < size && IsInteger(type));
    }

    private static bool CheckLayout(OperationAnalysisContext context, Location place, KnownCommandModel[] commands, PassedArgumentModel passed, CommandCatalogModel catalog)
    {
        if (passed is { Form: ArgumentForm.Pointer, Elements: 0, Type: INamedTypeSymbol type } && commands.Select(command => command.Name).Distinct().Count() == 1 && commands[0].Argument is INamedTypeSymbol argument
            && HandWrittenStructReader.Shipped(type, catalog) is null && HandWrittenStructReader.DifferenceByUse(type, argument, context.CancellationToken) is var (tag, difference))
        {
            context.ReportDiagnostic(Diagnostic.Create(RawCallRules.HandWrittenLayoutDiffers, place, type.Name, tag, difference, argument.ToDisplayString()));
            return true;
        }

        return false;
    }

    // A struct that says its own size may be one of an older kernel: it ends before the newest fields.
    private static int MinimumOf(KnownCommandModel command)
        => command.Argument is INamedTypeSymbol argument && ShapeReader.Fields(argument).Any(field => field.Has(KnownNames.ArgSize)) ? 8 : command.Size;

    private static string? Tag(ITypeSymbol type)
        => (type.FindByFullName(KnownNames.KernelStruct) ?? type.FindByFullName(KnownNames.KernelUnion))?.Argument<string>(0);

    private static bool IsInteger(ITypeSymbol type)
        => type.TypeKind == TypeKind.Enum || type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    private static string Text(PassedArgumentModel passed)
        => passed.Type!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + (passed.Elements > 0 ? $"[{passed.Elements}]" : "");

    // One byte is a buffer's first.
    private static int? SizeOf(PassedArgumentModel passed)
        => !passed.IsWhole || passed.Type is not { } type || type.SpecialType is SpecialType.System_Void || (type.SpecialType == SpecialType.System_Byte && passed.Elements == 0)
            ? null
            : PlainStructReader.SizeOf(type) * Math.Max(1, passed.Elements);
}

using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Checks the commands of a group against each other: one name has one number, and one number on one kind of fd one name.</summary>
public sealed class CommandSetReader(DiagnosticSink? sink)
{
    private readonly List<(IMethodSymbol Method, CommandModel Command)> _commands = [];

    /// <summary>Adds a method; false when its command contradicts an earlier one.</summary>
    public bool Add(IMethodSymbol method, MethodModel model)
    {
        AttributeData ioctl = method.Find("IoctlAttribute")!;
        foreach ((IMethodSymbol other, CommandModel command) in _commands)
        {
            if (command.Name == model.Command.Name && !HaveOneNumber(command, model.Command))
            {
                sink?.Report(DeclarationFault.CommandNumberDiffers, ioctl.Place(method), method.Name, command.Name, other.Name);
                return false;
            }
        }

        IMethodSymbol? twin = _commands.FirstOrDefault(known
            => known.Command.Name != model.Command.Name
            && HaveOneNumber(known.Command, model.Command)
            && SymbolEqualityComparer.Default.Equals(known.Method.Parameters[0].Type, method.Parameters[0].Type)
            && !SharesNumber(known.Method)).Method;
        if (twin is not null && !SharesNumber(method))
            sink?.Report(DeclarationFault.CommandNumberIsShared, ioctl.Place(method), method.Name, model.Command.Name, twin.Name, method.Parameters[0].Type.ToDisplayString());
        _commands.Add((method, model.Command));
        return true;
    }

    private static bool SharesNumber(IMethodSymbol method) => method.Find("IoctlAttribute")!.Named<bool>("SharesNumber");

    // A size that is known at run time only fits every other.
    private static bool HaveOneNumber(CommandModel left, CommandModel right)
        => left.Legacy is not null || right.Legacy is not null
            ? Equals(left.Legacy, right.Legacy)
            : left.Macro == right.Macro
                && left.Type == right.Type
                && left.FullNr == right.FullNr
                && (left.SizeType is null || right.SizeType is null || HaveOneSize(left.SizeType, right.SizeType));

    private static bool HaveOneSize(CType left, CType right)
        => new[] { DataModel.Lp64, DataModel.Ilp32, DataModel.I386 }.All(model => CLayoutEngine.SizeOf(left, model) == CLayoutEngine.SizeOf(right, model));
}

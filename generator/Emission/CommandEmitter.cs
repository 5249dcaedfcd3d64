using System;
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Emission;

/// <summary>Writes commands: as data, and as the number of a call.</summary>
public static class CommandEmitter
{
    /// <summary>The nested class with one property a command. Properties, not fields: no static constructor, and trimming drops what nobody uses.</summary>
    public static void EmitCommands(CodeWriter writer, GroupModel group)
    {
        List<IGrouping<string, CommandModel>> commands = group.Methods.Select(method => method.Command).GroupBy(command => command.Name).ToList();

        writer.Line("/// <summary>The commands of this group as data.</summary>");
        using (writer.Block("public static class Commands"))
        {
            for (int i = 0; i < commands.Count; i++)
            {
                if (i > 0)
                    writer.Line();
                CommandModel command = commands[i].First();
                writer.Line($"/// <summary><c>{command.Name}</c>{Header(command)}.{Literal.Since(Since(commands[i]))}</summary>");
                writer.Line($"public static {Names.IoctlCommand} {command.Name} => {Data(command)};");
            }
        }
    }

    /// <summary>The number that a call passes.</summary>
    /// <param name="command">The command.</param>
    /// <param name="added">An expression that is added to the number; empty when nothing is.</param>
    /// <param name="runTimeSize">An expression for a size known at run time only; empty when the type gives it.</param>
    public static string Number(CommandModel command, string added, string runTimeSize)
    {
        if (command.Legacy is { } legacy)
            return $"{Names.IoctlNumber}.Legacy(0x{legacy.Number:x}, powerPC: 0x{legacy.PowerPC:x}, mips: 0x{legacy.Mips:x}, sparc: 0x{legacy.Sparc:x})";

        string nr = added.Length > 0 ? $"{Names.IoctlNumber}.Offset({Nr(command)}, {added})" : Nr(command);
        string size = command.Macro == IoctlMacro.IO ? "" : ", " + (command.SizeType is { } type ? AbiEmitter.Size(type) : runTimeSize);
        return $"{Names.IoctlNumber}.{command.Macro}(0x{command.Type:x2}, {nr}{size})";
    }

    /// <summary>What is written behind a C name in a summary.</summary>
    public static string Header(CommandModel command) => command.Header.Length > 0 ? $" ({Literal.Xml(command.Header)})" : "";

    // A method may be younger than its command, by what it sets in the argument.
    private static string Since(IEnumerable<CommandModel> methods)
        => methods.Select(method => method.Since).OrderBy(since => Version.TryParse(since, out Version? version) ? version : new Version()).First();

    // As the header writes it: VFIO_BASE + 13.
    private static string Nr(CommandModel command) => command.Base == 0 ? $"{command.Nr}" : $"{command.Base} + {command.Nr}";

    private static string Data(CommandModel command)
    {
        string name = Literal.String(command.Name);
        if (command.Legacy is { } legacy)
            return $"{Names.IoctlCommand}.Legacy({name}, 0x{legacy.Number:x}, powerPC: 0x{legacy.PowerPC:x}, mips: 0x{legacy.Mips:x}, sparc: 0x{legacy.Sparc:x})";

        string number = $"new {Names.IoctlCommand}({name}, {Names.IoctlMacro}.{command.Macro}, 0x{command.Type:x2}, {Nr(command)}";
        if (command.Macro == IoctlMacro.IO || command.SizeType is not { } type)
            return number + ")";
        int lp64 = CLayoutEngine.SizeOf(type, DataModel.Lp64);
        int ilp32 = CLayoutEngine.SizeOf(type, DataModel.Ilp32);
        int i386 = CLayoutEngine.SizeOf(type, DataModel.I386);
        return lp64 == ilp32 && lp64 == i386 ? $"{number}, {lp64})" : $"{number}, sizeLp64: {lp64}, sizeIlp32: {ilp32}, sizeI386: {i386})";
    }
}

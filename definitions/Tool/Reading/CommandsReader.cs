using System;
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;
using IoctlSharp.Generator.Reading;
using IoctlSharp.Tool.Layout;
using IoctlSharp.Tool.Model;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Tool.Reading;

/// <summary>Reads the commands of groups. Several methods of one command on one kind of file are one command.</summary>
internal sealed class CommandsReader(Compilation compilation)
{
    private readonly StructReader _structs = new(null, default);

    /// <exception cref="ToolException">A method is not a valid ioctl.</exception>
    public IEnumerable<DeclaredCommandModel> Read(IEnumerable<INamedTypeSymbol> types)
        => types.SelectMany(ReadGroup)
            .GroupBy(command => (command.CName, command.Header, command.FileKind))
            .Select(same => same.First() with { Struct = same.Select(command => command.Struct).FirstOrDefault(tag => tag.Length > 0, "") });

    private IEnumerable<DeclaredCommandModel> ReadGroup(INamedTypeSymbol type)
    {
        if (type.FindByFullName(KnownNames.IoctlGroup) is not { } group)
            return [];
        FaultCollector faults = new();
        CommandReader commands = new(group, faults);
        return type.GetMembers().OfType<IMethodSymbol>().Where(method => method.Has("IoctlAttribute")).Select(method => Read(method, commands, faults));
    }

    private DeclaredCommandModel Read(IMethodSymbol method, CommandReader commands, FaultCollector faults)
    {
        ParameterReader parameters = new(method, _structs, faults, default);
        if (!parameters.Read()
            || new ResultReader(method, parameters, faults, compilation).Read() is not { } result
            || !parameters.ResolveArgument(result)
            || commands.Read(method, parameters.ArgumentType, parameters.Argument is ArgumentModel.Elements) is not { } command)
            throw faults.Refuse(method);

        ITypeSymbol file = method.Parameters[0].Type;
        return new DeclaredCommandModel(
            command.Name,
            AssemblyReader.NameOf(method),
            command.Header,
            FileKindEngine.Of(file.Name, file.ContainingNamespace?.Name ?? ""),
            AssemblyReader.NameOf(file),
            parameters.ArgumentShape?.Definition.Name ?? "",
            parameters.NumberParameter.Length > 0 ? new Dictionary<LinuxAbi, uint>() : Numbers(command));
    }

    // Without a size where the macro takes one, the length is known when the call is made.
    private static Dictionary<LinuxAbi, uint> Numbers(CommandModel command)
    {
        Dictionary<LinuxAbi, uint> numbers = [];
        foreach (LinuxAbi abi in AbiName.All)
        {
            if (command.Legacy is { } legacy)
                numbers[abi] = Legacy(legacy, abi);
            else if (SizeOn(command, abi) is { } size && CommandEncodingEngine.TryEncode(abi, command.Macro, command.Type, (byte)command.FullNr, size, out uint number))
                numbers[abi] = number;
        }

        return numbers;
    }

    private static int? SizeOn(CommandModel command, LinuxAbi abi)
        => command.Macro == IoctlMacro.IO ? 0
            : command.SizeType is { } type ? CLayoutEngine.SizeOf(type, CommandEncodingEngine.DataModelOf(abi))
            : null;

    private static uint Legacy(LegacyNumberModel legacy, LinuxAbi abi) => abi switch
    {
        LinuxAbi.Ppc64le => legacy.PowerPC,
        LinuxAbi.Mips64el => legacy.Mips,
        LinuxAbi.Sparc64 => legacy.Sparc,
        _ => legacy.Number,
    };
}

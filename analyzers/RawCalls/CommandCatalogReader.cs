using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Collects what a compilation and its references declare with <c>[IoctlGroup]</c> and <c>[KernelStruct]</c>.</summary>
internal sealed class CommandCatalogReader(CancellationToken cancellation)
{
    private readonly List<KnownCommandModel> _commands = [];
    private readonly List<(string, INamedTypeSymbol)> _structs = [];
    private readonly ShapeReader _shapes = new(null, cancellation);

    /// <summary>Everything that can be called by name.</summary>
    public static CommandCatalogModel Read(Compilation compilation, CancellationToken cancellation)
    {
        CommandCatalogReader reader = new(cancellation);
        reader.ReadReferences(compilation);
        reader.Read(compilation.Assembly.GlobalNamespace);
        return reader.Finish();
    }

    /// <summary>What the references declare.</summary>
    public static CommandCatalogModel ReadShipped(Compilation compilation, CancellationToken cancellation)
    {
        CommandCatalogReader reader = new(cancellation);
        reader.ReadReferences(compilation);
        return reader.Finish();
    }

    // What a project declares or ships says more of a command than the table does.
    private CommandCatalogModel Finish()
    {
        HashSet<string> names = [.. _commands.Select(command => command.Name)];
        return new CommandCatalogModel([.. _commands, .. LinuxCommands.All.Where(command => !names.Contains(command.Name))], _structs);
    }

    private void ReadReferences(Compilation compilation)
    {
        foreach (IAssemblySymbol assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == KnownNames.Namespace)))
                Read(assembly.GlobalNamespace);
        }
    }

    private void Read(INamespaceSymbol scope)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (INamespaceOrTypeSymbol member in scope.GetMembers())
        {
            if (member is INamespaceSymbol inner)
                Read(inner);
            else if (member is INamedTypeSymbol type)
                Read(type);
        }
    }

    private void Read(INamedTypeSymbol type)
    {
        foreach (INamedTypeSymbol inner in type.GetTypeMembers())
            Read(inner);
        if (type.TypeKind == TypeKind.Struct && type.FindByFullName(KnownNames.KernelStruct)?.Argument<string>(0) is { } cName)
        {
            _structs.Add((cName, type));
            _structs.Add((type.Name, type));
        }

        if (type.TypeKind == TypeKind.Class && type.FindByFullName(KnownNames.IoctlGroup) is { } group)
        {
            CommandReader commands = new(group, null);
            foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
            {
                if (method.Find("IoctlAttribute") is { } ioctl && Read(method, ioctl, commands) is { } command)
                    _commands.Add(command);
            }
        }
    }

    /// <summary>The command of one method; null where it has no number that is known when the program is compiled.</summary>
    public static KnownCommandModel? Read(IMethodSymbol method, AttributeData ioctl, AttributeData group, CancellationToken cancellation)
        => new CommandCatalogReader(cancellation).Read(method, ioctl, new CommandReader(group, null));

    private KnownCommandModel? Read(IMethodSymbol method, AttributeData ioctl, CommandReader commands)
    {
        (ArgumentForm form, ITypeSymbol? argument) = ArgumentOf(method, ioctl);
        CType? type = argument is null ? null : _shapes.TypeOf(argument);
        if (commands.Read(method, type, hasRunTimeSize: false) is not { } command || NumberOn(command, LinuxAbi.X86_64) is not { } number)
            return null;
        bool isSameEverywhere = command.Legacy is { } legacy && legacy.PowerPC == number && legacy.Mips == number && legacy.Sparc == number;
        return new KnownCommandModel(command.Name, number, isSameEverywhere, form, argument, type is null ? 0 : CLayoutEngine.SizeOf(type, DataModel.Lp64), method);
    }

    private static uint? NumberOn(CommandModel command, LinuxAbi abi)
    {
        if (command.Legacy is { } legacy)
            return legacy.Number;
        int size = command.SizeType is null ? 0 : CLayoutEngine.SizeOf(command.SizeType, CommandEncodingEngine.DataModelOf(abi));
        return CommandEncodingEngine.TryEncode(abi, command.Macro, command.Type, (byte)command.FullNr, size, out uint number) ? number : null;
    }

    private static (ArgumentForm Form, ITypeSymbol? Type) ArgumentOf(IMethodSymbol method, AttributeData ioctl)
    {
        if (ioctl.Named<ITypeSymbol>("Argument") is { } stated)
            return (ArgumentForm.Pointer, stated);
        bool isWhole = true;
        foreach (IParameterSymbol parameter in method.Parameters.Skip(1))
        {
            if (parameter.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "FieldAttribute" or "TailAttribute" or "NumberAttribute" or "ReturnValueAttribute" }))
            {
                isWhole = false;
                continue;
            }

            if (parameter.RefKind == RefKind.Out && parameter.Type.IsHandle())
                continue; // a new fd, which is the ioctl's own value
            if (parameter.Type.BufferElement() is { } answer)
                return (ArgumentForm.Pointer, answer);
            if (parameter.RefKind != RefKind.None)
                return (ArgumentForm.Pointer, parameter.Type.IsHandle() ? null : parameter.Type);
            if (parameter.Type.IsHandle() || (parameter.Type.Scalar() is not null && parameter.Type.TypeKind != TypeKind.Pointer))
                return (ArgumentForm.Value, null);
            return (ArgumentForm.Unknown, null);
        }

        if (method.ReturnType.BufferElement() is { } buffer)
            return (ArgumentForm.Pointer, buffer);
        return method.ReturnType.IsKernelType() ? (ArgumentForm.Pointer, method.ReturnType) : (isWhole ? ArgumentForm.None : ArgumentForm.Unknown, null);
    }
}

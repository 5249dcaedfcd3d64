using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>The commands and structs that a compilation knows: its own, those of the packages it uses, and <see cref="LinuxCommands"/>.</summary>
internal sealed class CommandCatalogModel(IEnumerable<KnownCommandModel> commands, IEnumerable<(string CName, INamedTypeSymbol Type)> structs)
{
    private readonly ILookup<uint, KnownCommandModel> _byNumber = commands.ToLookup(command => command.Number);
    private readonly ILookup<string, KnownCommandModel> _byName = commands.ToLookup(command => command.Name);
    private readonly ILookup<string, KnownCommandModel> _likeName = commands.ToLookup(command => Key(command.Name));
    private readonly ILookup<string, INamedTypeSymbol> _structs = structs.ToLookup(item => Key(item.CName), item => item.Type);

    public IEnumerable<KnownCommandModel> OfNumber(uint number) => _byNumber[number];

    public IEnumerable<KnownCommandModel> OfName(string name) => _byName[name];

    /// <summary>The command that a constant is named after, in either language; null when there is none.</summary>
    public KnownCommandModel? LikeName(string name) => _likeName[Key(name)].FirstOrDefault();

    /// <summary>The kernel struct that a hand-written one repeats, by its name in either language; null when there is none.</summary>
    public INamedTypeSymbol? StructLike(string name) => _structs[Key(name)].FirstOrDefault();

    // vfio_irq_set and VfioIrqSet are one name.
    private static string Key(string name) => name.Replace("_", "").ToLowerInvariant();
}

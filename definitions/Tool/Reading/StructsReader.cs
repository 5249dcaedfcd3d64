using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;
using IoctlSharp.Generator.Reading;
using IoctlSharp.Tool.Model;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Tool.Reading;

/// <summary>Reads kernel structs with the names that C has for their parts.</summary>
internal sealed class StructsReader
{
    private readonly Dictionary<INamedTypeSymbol, DeclaredStructModel> _read = new(SymbolEqualityComparer.Default);

    /// <exception cref="ToolException">It is not a valid one.</exception>
    public DeclaredStructModel Read(INamedTypeSymbol type)
    {
        if (!_read.TryGetValue(type, out DeclaredStructModel? model))
            _read[type] = model = ReadAnew(type);
        return model;
    }

    private DeclaredStructModel ReadAnew(INamedTypeSymbol type)
    {
        FaultCollector faults = new();
        if (new StructReader(faults, default).ReadShape(type) is not { } shape)
            throw faults.Refuse(type);
        if (StatedLayoutReader.Difference(type, shape.Definition) is { } difference)
            throw new ToolException($"{AssemblyReader.NameOf(type)} has not the layout of C: {difference}; build it with the generator and the analyzers");
        AttributeData attribute = (type.FindByFullName(KnownNames.KernelStruct) ?? type.FindByFullName(KnownNames.KernelUnion))!;
        return new DeclaredStructModel(
            AssemblyReader.NameOf(type),
            attribute.Named<string>("Header") ?? "",
            shape.Definition,
            [.. ShapeReader.Fields(type).Select(ReadMember)],
            type.Find(KnownNames.Tail)?.Argument<string>(0) ?? "");
    }

    private static bool IsAnonymous(ITypeSymbol type) => (type as INamedTypeSymbol)?.FindByFullName(KnownNames.KernelStruct)?.Named<bool>("Anonymous") == true;

    private MemberModel ReadMember(IFieldSymbol field)
    {
        DeclaredStructModel? nested = !field.IsFixedSizeBuffer && field.Type is INamedTypeSymbol named && named.IsKernelType() ? Read(named) : null;
        bool isUnnamed = nested is not null && (field.Find(KnownNames.Union)?.Named<bool>("Anonymous") == true || IsAnonymous(field.Type));
        IEnumerable<string> aliases = field.FindAll(KnownNames.Alias).Select(alias => CNameEngine.Member(alias.Argument<string>(0) ?? ""));
        return new MemberModel(
            isUnnamed ? [] : [ShapeReader.CName(field), .. aliases],
            field.Find(KnownNames.Bits)?.Named<int>("ByteOrder") switch { 1 => false, 2 => true, _ => null },
            nested);
    }
}

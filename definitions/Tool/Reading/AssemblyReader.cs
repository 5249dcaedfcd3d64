using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using IoctlSharp.Generator.Reading;
using IoctlSharp.Tool.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IoctlSharp.Tool.Reading;

/// <summary>Reads what an assembly declares from its metadata, by the generator's own readers. Nothing of the assembly runs.</summary>
internal static class AssemblyReader
{
    /// <exception cref="ToolException">It cannot be read, or a declaration in it is not valid.</exception>
    public static ManifestModel Read(string path)
    {
        (Compilation compilation, IAssemblySymbol assembly) = Load(path);
        INamedTypeSymbol[] types = [.. Types(assembly.GlobalNamespace)];
        StructsReader structs = new();
        return new ManifestModel(
            assembly.Name,
            Sorted(types.Where(type => type.IsKernelType()).Select(structs.Read).Where(type => type.HasTag), type => (type.Header, type.Definition.Name, type.CsName)),
            Sorted(new CommandsReader(compilation).Read(types), command => (command.Header, command.CName, command.FileKind)),
            Sorted(types.SelectMany(DeclaredConstantsReader.Read), constant => (constant.Header, constant.CName, constant.CsName)));
    }

    /// <summary>A type or method as C# names it.</summary>
    public static string NameOf(ISymbol symbol) => symbol.ToDisplayString(s_names);

    private static readonly SymbolDisplayFormat s_names = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    private static (Compilation Compilation, IAssemblySymbol Assembly) Load(string path)
    {
        try
        {
            PortableExecutableReference inspected = MetadataReference.CreateFromFile(path);
            CSharpCompilation compilation = CSharpCompilation.Create(
                "inspection",
                references: [inspected, .. References(Path.GetFullPath(path)).Select(file => MetadataReference.CreateFromFile(file))],
                // Fields of kernel structs are private as a rule.
                options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, metadataImportOptions: MetadataImportOptions.All));
            return IsManaged(path) && compilation.GetAssemblyOrModuleSymbol(inspected) is IAssemblySymbol assembly
                ? (compilation, assembly)
                : throw new ToolException($"{path}: not a .NET assembly");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(exception.Message);
        }
    }

    // What the assembly was built against: what stands beside it, else IoctlSharp and the framework as this tool has them.
    private static IEnumerable<string> References(string path)
    {
        string framework = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "";
        return Directory.EnumerateFiles(Path.GetDirectoryName(path)!, "*.dll").Order(StringComparer.Ordinal)
            .Where(IsManaged)
            .Concat(framework.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            .DistinctBy(Path.GetFileNameWithoutExtension, StringComparer.OrdinalIgnoreCase)
            .Where(file => !string.Equals(Path.GetFileNameWithoutExtension(file), Path.GetFileNameWithoutExtension(path), StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsManaged(string file)
    {
        try
        {
            using FileStream stream = File.OpenRead(file);
            using System.Reflection.PortableExecutable.PEReader reader = new(stream);
            return reader.HasMetadata;
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (INamespaceOrTypeSymbol member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            foreach (INamedTypeSymbol inner in Types(member))
                yield return inner;
        }
    }

    private static IReadOnlyList<T> Sorted<T>(IEnumerable<T> items, Func<T, (string Header, string CName, string Last)> key)
        => [.. items.OrderBy(item => key(item).Header, StringComparer.Ordinal).ThenBy(item => key(item).CName, StringComparer.Ordinal).ThenBy(item => key(item).Last, StringComparer.Ordinal)];
}

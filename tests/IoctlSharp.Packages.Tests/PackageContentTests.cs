using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;

namespace IoctlSharp.Packages.Tests;

/// <summary>What is in the packages, and what is not.</summary>
public sealed class PackageContentTests(PackageFeed feed)
{
    private static readonly string[] s_targets = ["net10.0", "net8.0", "netstandard2.0"];

    [Fact]
    public void The_library_holds_its_targets_and_what_the_compiler_loads()
        => Files("IoctlSharp").ShouldBe(
        [
            "README.md",
            "analyzers/dotnet/roslyn4.8/cs/IoctlSharp.Analyzers.dll",
            "analyzers/dotnet/roslyn4.8/cs/IoctlSharp.CodeFixes.dll",
            "analyzers/dotnet/roslyn4.8/cs/IoctlSharp.Generator.dll",
            "buildTransitive/IoctlSharp.props",
            "buildTransitive/IoctlSharp.targets",
            .. s_targets.SelectMany(target => new[] { $"lib/{target}/IoctlSharp.dll", $"lib/{target}/IoctlSharp.xml" }),
        ]);

    [Fact]
    public void The_definitions_hold_their_targets()
        => Files("IoctlSharp.Definitions").ShouldBe(
        [
            "README.md",
            .. s_targets.SelectMany(target => new[] { $"lib/{target}/IoctlSharp.Definitions.dll", $"lib/{target}/IoctlSharp.Definitions.xml" }),
        ]);

    [Fact]
    public void The_library_depends_on_nothing_but_spans_where_the_target_lacks_them()
        => Dependencies("IoctlSharp").ShouldBe(["net10.0:", "net8.0:", ".NETStandard2.0: System.Memory 4.5.5"]);

    [Fact]
    public void The_definitions_depend_on_the_library_and_pass_on_all_of_it()
    {
        string library = $" IoctlSharp {feed.Version} All";
        Dependencies("IoctlSharp.Definitions").ShouldBe(["net10.0:" + library, "net8.0:" + library, ".NETStandard2.0:" + library]);
    }

    [Theory]
    [InlineData("IoctlSharp")]
    [InlineData("IoctlSharp.Definitions")]
    public void Licence_and_readme_are_stated(string id)
    {
        XElement metadata = Metadata(id);
        Value(metadata, "license").ShouldBe("MIT");
        Value(metadata, "readme").ShouldBe("README.md");
        Encoding.UTF8.GetString(Read(id, "README.md")).ShouldStartWith($"# {id}\n");
        Value(metadata, "description").Length.ShouldBeInRange(60, 250);
    }

    // The documentation file names every public member, with its signature: the compiler insists (CS1591 is an error).
    [Theory]
    [InlineData("IoctlSharp")]
    [InlineData("IoctlSharp.Definitions")]
    public void Each_target_offers_what_the_older_one_does(string id)
    {
        HashSet<string>[] members = [.. s_targets.Select(target => Members(id, target))];
        members[2].Count.ShouldBeGreaterThan(100);
        members[2].Except(members[1]).ShouldBeEmpty();
        members[1].Except(members[0]).ShouldBeEmpty();
    }

    [Fact]
    public void Commands_can_be_searched_for_by_their_C_names()
    {
        string documentation = Encoding.UTF8.GetString(Read("IoctlSharp.Definitions", "lib/netstandard2.0/IoctlSharp.Definitions.xml"));
        foreach (string name in (string[])["VFIO_GET_API_VERSION", "VFIO_IOMMU_MAP_DMA", "VFIO_DEVICE_SET_IRQS", "VFIO_IOMMU_SPAPR_TCE_CREATE", "VFIO_EEH_PE_OP"])
            documentation.ShouldContain($"<c>{name}</c> (linux/vfio.h)");
    }

    private string[] Files(string id)
    {
        using ZipArchive archive = ZipFile.OpenRead(feed.Package(id));
        return [.. archive.Entries.Select(entry => entry.FullName).Where(name => !IsOfTheFormat(id, name)).Order(StringComparer.Ordinal)];
    }

    private static bool IsOfTheFormat(string id, string name)
        => name == $"{id}.nuspec" || name == "[Content_Types].xml" || name.StartsWith("_rels/", StringComparison.Ordinal) || name.StartsWith("package/", StringComparison.Ordinal);

    private string[] Dependencies(string id)
        => [.. Metadata(id).Descendants().Where(element => element.Name.LocalName == "group").Select(group =>
            group.Attribute("targetFramework")!.Value + ":" + string.Concat(group.Elements().Select(each =>
                $" {each.Attribute("id")!.Value} {each.Attribute("version")!.Value}" + (each.Attribute("include") is { } include ? " " + include.Value : ""))))];

    private XElement Metadata(string id) => XDocument.Parse(Encoding.UTF8.GetString(Read(id, $"{id}.nuspec")).TrimStart('\uFEFF')).Root!.Elements().Single();

    private static string Value(XElement metadata, string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;

    private HashSet<string> Members(string id, string target)
    {
        HashSet<string> types = PublicTypes(Read(id, $"lib/{target}/{id}.dll"));
        return [.. XDocument.Parse(Encoding.UTF8.GetString(Read(id, $"lib/{target}/{id}.xml"))).Descendants("member")
            .Select(member => member.Attribute("name")!.Value)
            .Where(name => types.Contains(name[0] == 'T' ? name[2..] : TypeOf(name[2..])))];
    }

    private static string TypeOf(string member)
    {
        string name = member.Split('(')[0];
        return name[..name.LastIndexOf('.')];
    }

    private static HashSet<string> PublicTypes(byte[] assembly)
    {
        using PEReader file = new(new MemoryStream(assembly));
        MetadataReader reader = file.GetMetadataReader();
        return [.. reader.TypeDefinitions.Select(reader.GetTypeDefinition).Where(type => IsPublic(reader, type)).Select(type => NameOf(reader, type))];
    }

    private static bool IsPublic(MetadataReader reader, TypeDefinition type)
        => (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic => IsPublic(reader, reader.GetTypeDefinition(type.GetDeclaringType())),
            _ => false,
        };

    private static string NameOf(MetadataReader reader, TypeDefinition type)
        => type.IsNested
            ? $"{NameOf(reader, reader.GetTypeDefinition(type.GetDeclaringType()))}.{reader.GetString(type.Name)}"
            : $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";

    private byte[] Read(string id, string entry)
    {
        using ZipArchive archive = ZipFile.OpenRead(feed.Package(id));
        using Stream stream = archive.GetEntry(entry)!.Open();
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}

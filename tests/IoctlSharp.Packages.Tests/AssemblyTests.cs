using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace IoctlSharp.Packages.Tests;

/// <summary>The assemblies in the packages.</summary>
public sealed class AssemblyTests(PackageFeed feed)
{
    private static readonly string[] s_floor = ["Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp"];

    [Fact]
    public void All_are_reproducible_and_carry_their_symbols()
        => ForEach((name, assembly, _) => assembly.ReadDebugDirectory().Select(entry => entry.Type)
            .ShouldBe([DebugDirectoryEntryType.CodeView, DebugDirectoryEntryType.PdbChecksum, DebugDirectoryEntryType.Reproducible, DebugDirectoryEntryType.EmbeddedPortablePdb], ignoreOrder: true, name));

    [Fact]
    public void None_names_a_folder_of_the_machine_that_built_it()
        => ForEach((name, assembly, bytes) =>
        {
            Encoding.Latin1.GetString(bytes).ShouldNotContain(PackageFeed.RepositoryRoot, customMessage: name);
            DebugDirectoryEntry entry = assembly.ReadDebugDirectory().Single(each => each.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
            using MetadataReaderProvider symbols = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
            MetadataReader reader = symbols.GetMetadataReader();
            string[] documents = [.. reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name))];
            documents.ShouldNotBeEmpty(name);
            documents.Where(document => document.StartsWith(PackageFeed.RepositoryRoot, StringComparison.Ordinal)).ShouldBeEmpty(name);
        });

    [Fact]
    public void Generator_and_analyzers_run_in_the_oldest_compiler()
        => ForEach((name, assembly, _) =>
        {
            if (!name.StartsWith("analyzers/", StringComparison.Ordinal))
                return;
            MetadataReader reader = assembly.GetMetadataReader();
            AssemblyReference[] compiler = [.. reader.AssemblyReferences.Select(reader.GetAssemblyReference).Where(each => reader.GetString(each.Name).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))];
            compiler.ShouldNotBeEmpty(name);
            // Code fixes run in the editor alone, and never without workspaces.
            if (!name.EndsWith("CodeFixes.dll", StringComparison.Ordinal))
                compiler.ShouldAllBe(each => s_floor.Contains(reader.GetString(each.Name)) && each.Version == new Version(4, 8, 0, 0), name);
        });

    [Fact]
    public void Libraries_say_that_they_can_be_trimmed()
        => ForEach((name, assembly, _) =>
        {
            if (name.StartsWith("lib/net1", StringComparison.Ordinal) || name.StartsWith("lib/net8", StringComparison.Ordinal))
                HasMetadata(assembly.GetMetadataReader(), "IsTrimmable", "True").ShouldBeTrue(name);
        });

    private void ForEach(Action<string, PEReader, byte[]> check)
    {
        int checkedAssemblies = 0;
        foreach (string id in (string[])["IoctlSharp", "IoctlSharp.Definitions"])
        {
            using ZipArchive archive = ZipFile.OpenRead(feed.Package(id));
            foreach (ZipArchiveEntry entry in archive.Entries.Where(each => each.Name.EndsWith(".dll", StringComparison.Ordinal)))
            {
                using MemoryStream bytes = new();
                using (Stream stream = entry.Open())
                    stream.CopyTo(bytes);
                bytes.Position = 0;
                using PEReader assembly = new(bytes);
                check(entry.FullName, assembly, bytes.ToArray());
                checkedAssemblies++;
            }
        }

        checkedAssemblies.ShouldBe(9);
    }

    // [assembly: AssemblyMetadata(name, value)], as bytes: prolog, two strings, no named arguments.
    private static bool HasMetadata(MetadataReader reader, string name, string value)
    {
        byte[] expected = [1, 0, (byte)name.Length, .. Encoding.UTF8.GetBytes(name), (byte)value.Length, .. Encoding.UTF8.GetBytes(value), 0, 0];
        return reader.GetAssemblyDefinition().GetCustomAttributes().Any(handle => reader.GetBlobBytes(reader.GetCustomAttribute(handle).Value).AsSpan().SequenceEqual(expected));
    }
}

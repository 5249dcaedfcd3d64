using System;
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Tool.Model;
using IoctlSharp.Tool.Proof;
using IoctlSharp.Tool.Reading;
using IoctlSharp.Vfio;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Header;

/// <summary>
/// The definitions against the kernel's headers on ten architectures, both ways, by the engine of <c>ioctlsharp verify</c>: C compilers check what is
/// declared, and what is not declared must have a reason.
/// </summary>
public sealed class ProofTests
{
    private const string PowerHeader = "asm/eeh.h";

    private static readonly Lazy<ManifestModel> s_manifest = new(() => AssemblyReader.Read(typeof(VfioIoctls).Assembly.Location));

    public ProofTests() => Assert.SkipUnless(KernelHeaders.AreNewest, KernelHeaders.WhyNotNewest);

    public static TheoryData<string, string> Machines => Machine.All;

    [Theory]
    [MemberData(nameof(Machines))]
    public void C_agrees_with_every_declaration_and_nothing_is_left_out_without_a_reason(string arch, string compiler)
    {
        ProofEngine proof = new(s_manifest.Value, Machine.Find(arch, compiler).Open(), Missing(arch));
        proof.Differences().ShouldBeEmpty();
        proof.Comparisons.ShouldBeGreaterThan(1200);
        Undeclared.WithoutReason(proof.Undeclared()).ShouldBeEmpty();
        Undeclared.Unused(proof.Undeclared()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void Wrong_declarations_would_be_found(string arch, string compiler)
    {
        DeclaredStructModel irqSet = Struct("vfio_irq_set"), descriptor = Struct("dsa_hw_desc");
        DeclaredCommandModel command = s_manifest.Value.Commands.First(item => item.CName == "VFIO_IOMMU_MAP_DMA");
        DeclaredConstantModel constant = s_manifest.Value.Constants.First(item => item.CName == "VFIO_DMA_MAP_FLAG_WRITE");
        ManifestModel wrong = s_manifest.Value with
        {
            Structs =
            [
                irqSet with { Definition = irqSet.Definition with { Fields = WithFirst(irqSet, first => first with { Type = new CType.Integer(8, Signed: false) }) } },
                descriptor with { Definition = descriptor.Definition with { Fields = WithFirst(descriptor, first => first with { Bits = new(first.Bits.Reverse()) }) } },
            ],
            Commands = [command with { Numbers = command.Numbers.ToDictionary(item => item.Key, item => item.Value + 1) }],
            Constants = [constant with { Value = 3 }, constant with { CName = "VFIO_NO_SUCH_CONSTANT" }],
        };

        IReadOnlyList<string> differences = new ProofEngine(wrong, Machine.Find(arch, compiler).Open(), []).Differences();
        differences.ShouldContain("vfio_irq_set.argsz: C# size 8, C size 4");
        differences.ShouldContain("vfio_irq_set.flags: C# offset 8, C offset 4");
        differences.ShouldContain(line => line.StartsWith("vfio_irq_set: C# size ", StringComparison.Ordinal));
        differences.ShouldContain(arch is "s390x" or "sparc64" ? "dsa_hw_desc.pasid: C# bit 0, C bit 12" : "dsa_hw_desc.pasid: C# bit 12, C bit 0");
        differences.ShouldContain(line => line.StartsWith("VFIO_IOMMU_MAP_DMA: C# number ", StringComparison.Ordinal));
        differences.ShouldContain("VFIO_DMA_MAP_FLAG_WRITE: C# value 3, C value 2");
        differences.ShouldContain("VFIO_NO_SUCH_CONSTANT: C# value 2, C has no such constant");
    }

    [Fact]
    public void Every_ioctl_and_struct_of_the_headers_is_there_and_the_constants_of_EEH()
    {
        s_manifest.Value.Commands.Select(command => command.CName).Distinct().Count().ShouldBe(34 + 22 + 4);
        s_manifest.Value.Structs.Count.ShouldBeGreaterThanOrEqualTo(107);
        s_manifest.Value.Constants.Count(constant => constant.Header == PowerHeader).ShouldBe(5 + 2 + 20 + 2);
        string[] headers = [.. KernelHeaders.Names, PowerHeader];
        // What no declaration names is not compared.
        headers.Except(s_manifest.Value.Constants.Select(constant => constant.Header).Concat(s_manifest.Value.Structs.Select(type => type.Header))).ShouldBeEmpty();
        s_manifest.Value.Constants.ShouldAllBe(constant => headers.Contains(constant.Header));
        s_manifest.Value.Structs.ShouldAllBe(type => headers.Contains(type.Header));
        s_manifest.Value.Commands.ShouldAllBe(command => headers.Contains(command.Header));
    }

    // The constants of EEH are POWER's.
    private static string[] Missing(string arch) => arch == "ppc64le" ? [] : [PowerHeader];

    private static DeclaredStructModel Struct(string tag) => s_manifest.Value.Structs.Single(type => type.Definition.Name == tag);

    private static List<CField> WithFirst(DeclaredStructModel type, Func<CField, CField> change)
        => [change(type.Definition.Fields[0]), .. type.Definition.Fields.Skip(1)];
}

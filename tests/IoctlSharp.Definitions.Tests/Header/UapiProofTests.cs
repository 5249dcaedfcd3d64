using System.Collections.Generic;
using System.Linq;
using System.Text;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Header;

/// <summary>The definitions against the kernel's headers, both ways: a C compiler checks what is declared, and what is not declared must have a reason.</summary>
public sealed class UapiProofTests
{
    [Fact]
    public void A_C_compiler_agrees_with_every_declaration()
    {
        StringBuilder source = new(KernelHeaders.Prologue);
        int count = 0;
        foreach ((string tag, System.Type type) in Declarations.Structs)
        {
            // Older headers have shorter structs: VfioHeaderTests compares those.
            if (!KernelHeaders.AreNewest)
                continue;
            Assert($"sizeof(struct {tag}) == {Declarations.SizeOf(type)}");
            foreach ((string name, long offset, long size) in Declarations.Fields(type))
            {
                Assert($"offsetof(struct {tag}, {name}) == {offset}");
                Assert($"sizeof(((struct {tag} *)0)->{name}) == {size}");
            }
        }

        foreach ((string name, long number) in Declarations.Commands.Where(command => Has(command.CName)))
            Assert($"{name} == {number}u");
        foreach ((string name, object value) in Declarations.Constants.Where(constant => Has(constant.CName)))
            Assert(value is string text ? $"__builtin_strcmp({name}, \"{text}\") == 0" : $"(unsigned int)({name}) == {unchecked((uint)(long)value)}u");

        KernelHeaders.Check(source.ToString()).ShouldBeEmpty();
        count.ShouldBeGreaterThan(KernelHeaders.AreNewest ? 1400 : 200);

        void Assert(string condition)
        {
            count++;
            source.Append($"_Static_assert({condition}, \"{condition.Replace("\"", "'")}\");\n");
        }
    }

    [Fact]
    public void A_wrong_declaration_would_be_found()
        => KernelHeaders.Check($"{KernelHeaders.Prologue}_Static_assert(offsetof(struct vfio_irq_set, start) == 8, \"start\");\n").ShouldContain("start");

    [Fact]
    public void Nothing_is_declared_that_the_headers_do_not_have()
    {
        Assert.SkipUnless(KernelHeaders.AreNewest, KernelHeaders.WhyNotNewest);
        Declarations.Structs.Select(item => item.CName).Except(KernelHeaders.Structs).ShouldBeEmpty();
        Declarations.Commands.Select(item => item.CName).Concat(Declarations.Constants.Select(item => item.CName))
            .Except(KernelHeaders.Defined).ShouldBe(["VFIO_NONE"]);
    }

    [Fact]
    public void Everything_that_the_headers_have_is_declared_or_has_a_reason()
    {
        KernelHeaders.Structs.Except(Declarations.Structs.Select(item => item.CName)).ShouldBeEmpty();
        string[] missing = [.. KernelHeaders.Defined
            .Except(Declarations.Commands.Select(item => item.CName))
            .Except(Declarations.Constants.Select(item => item.CName))];
        Undeclared.WithoutReason(missing).ShouldBeEmpty();
        if (KernelHeaders.AreNewest)
            Undeclared.Unused(missing).ShouldBeEmpty();
    }

    [Fact]
    public void Every_ioctl_of_the_headers_is_there()
        => Declarations.Commands.Select(command => command.CName).Distinct().Count().ShouldBe(34 + 22 + 4);

    private static bool Has(string name) => KernelHeaders.Defined.Contains(name);
}

using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using IoctlSharp.Idxd;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Idxd;

/// <summary>The machine code that ships, executed; where the processor does not have an instruction and raises SIGILL, what it does is done there.</summary>
[Collection(nameof(FakePortal))]
public sealed class InstructionTests : IDisposable
{
    private static readonly DsaHwDesc s_fill = new() { Opcode = DsaOpcode.MemoryFill, Pattern = 0x0123456789abcdef, DstAddr = 0x4000, XferSize = 4096 };

    private readonly FakePortal _queue = new();

    public void Dispose() => _queue.Dispose();

    [Fact]
    public void Enqcmd_brings_the_descriptor_to_a_slot_and_says_that_it_was_taken()
    {
        using EmulatedInstructions instructions = Enqcmd();
        using DsaPortal portal = _queue.Dsa(code: CodePage.Enqcmd);
        using DsaCompletion completion = new();

        portal.TrySubmit(s_fill, completion).ShouldBeTrue();

        EmulatedInstructions.Executed.ShouldBe(1);
        ShouldStandInOneSlot(completion.Address);
        FakePortal.Complete(completion.Address);
        completion.TryGetRecord(out _).ShouldBeTrue();
    }

    [Fact]
    public void Enqcmd_says_that_the_device_is_full()
    {
        using EmulatedInstructions instructions = Enqcmd();
        using DsaPortal portal = _queue.Dsa(code: CodePage.Enqcmd, retries: 2);
        using DsaCompletion completion = new();

        EmulatedInstructions.Refuse(3);
        portal.TrySubmit(s_fill, completion).ShouldBeFalse();
        EmulatedInstructions.Executed.ShouldBe(3);
        File.ReadAllBytes(_queue.Path).ShouldAllBe(value => value == 0);

        EmulatedInstructions.Refuse(2);
        portal.TrySubmit(s_fill, completion).ShouldBeTrue();
        EmulatedInstructions.Executed.ShouldBe(6);
        ShouldStandInOneSlot(completion.Address);
        FakePortal.Complete(completion.Address);
        completion.TryGetRecord(out _).ShouldBeTrue();
    }

    [Fact]
    public void Movdir64b_brings_the_descriptor_to_a_slot_whatever_the_flags_are()
    {
        using EmulatedInstructions instructions = new();
        using DsaPortal portal = _queue.Dsa(IdxdSubmission.Movdir64B, places: 1, code: CodePage.Movdir64B);
        using DsaCompletion completion = new();

        portal.TrySubmit(s_fill, completion).ShouldBeTrue();

        EmulatedInstructions.Executed.ShouldBeLessThanOrEqualTo(IdxdInstructions.HasMovdir64B ? 0 : 1);
        ShouldStandInOneSlot(completion.Address);
        FakePortal.Complete(completion.Address);
        completion.TryGetRecord(out _).ShouldBeTrue();
    }

    private static EmulatedInstructions Enqcmd()
    {
        Assert.SkipWhen(IdxdInstructions.HasEnqcmd, "this processor has ENQCMD, which faults in a process without a PASID");
        return new EmulatedInstructions();
    }

    // The page is the file's: what was stored in it is read there.
    private void ShouldStandInOneSlot(UserPointer record)
    {
        DsaHwDesc[] slots = MemoryMarshal.Cast<byte, DsaHwDesc>(File.ReadAllBytes(_queue.Path)).ToArray();
        slots.Length.ShouldBe(64);
        DsaHwDesc stored = slots.Single(slot => slot.Opcode != DsaOpcode.Noop);
        (stored.Opcode, stored.Pattern, stored.DstAddr, stored.XferSize, stored.CompletionAddr).ShouldBe((DsaOpcode.MemoryFill, 0x0123456789abcdeful, 0x4000ul, 4096u, record));
        slots.Count(slot => slot.CompletionAddr == default).ShouldBe(63);
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Memory;

public sealed class CapabilityChainTests
{
    [StructLayout(LayoutKind.Sequential)]
    private struct DmaAvailable
    {
        public ushort Id;
        public ushort Version;
        public uint Next;
        public uint Available;
    }

    [Fact]
    public void Capabilities_come_in_the_kernels_order_whatever_their_offsets()
    {
        byte[] answer = Chain(64, (40, 3, 1, 16), (16, 1, 1, 28), (28, 2, 1, 0));
        var seen = new List<(int Offset, ushort Id, int Length)>();
        foreach (Capability capability in new CapabilityChain(answer, 40))
            seen.Add((capability.Offset, capability.Id, capability.Bytes.Length));
        seen.ShouldBe([(40, (ushort)3, 24), (16, (ushort)1, 12), (28, (ushort)2, 12)]);
    }

    [Fact]
    public void Old_kernels_align_to_four()
    {
        byte[] answer = Chain(40, (20, 1, 1, 0));
        new CapabilityChain(answer, 20).TryFind(1, out Capability capability).ShouldBeTrue();
        capability.Bytes.Length.ShouldBe(20);
    }

    [Fact]
    public void One_is_found_by_its_id_and_read()
    {
        byte[] answer = Chain(36, (24, 3, 1, 0));
        BitConverter.TryWriteBytes(answer.AsSpan(32), 65535).ShouldBeTrue();
        var chain = new CapabilityChain(answer, 24);
        chain.TryFind(3, out Capability capability).ShouldBeTrue();
        capability.Read<DmaAvailable>().Available.ShouldBe(65535u);
        capability.Tail<uint>(8, 1)[0].ShouldBe(65535u);
        capability.ToString().ShouldBe("capability 3 version 1 at offset 24, 12 bytes");
        chain.TryFind(4, out Capability none).ShouldBeFalse();
        none.Id.ShouldBe((ushort)0);
        none.Bytes.Length.ShouldBe(0);
    }

    [Fact]
    public void Another_version_is_refused_by_its_number()
    {
        byte[] answer = Chain(36, (24, 3, 2, 0));
        Should.Throw<InvalidDataException>(() => new CapabilityChain(answer, 24).TryFind(3, out _)).Message.ShouldContain("version 2");
        new CapabilityChain(answer, 24).TryFind(3, out Capability capability, version: 2).ShouldBeTrue();
        capability.Version.ShouldBe((ushort)2);
    }

    [Fact]
    public void Offset_zero_is_no_chain()
    {
        var chain = new CapabilityChain(new byte[8], 0);
        chain.IsEmpty.ShouldBeTrue();
        foreach (Capability capability in chain)
            capability.Id.ShouldBe((ushort)0, "there is none");
        chain.TryFind(1, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(60u, "60")] // its header ends behind the answer
    [InlineData(64u, "64")]
    [InlineData(0xfffffff8u, "4294967288")]
    [InlineData(18u, "18")] // not aligned
    public void A_broken_offset_is_named(uint offset, string named)
    {
        Should.Throw<InvalidDataException>(() => Walk(new byte[64], offset)).Message.ShouldContain($"offset {named}");
        Should.Throw<InvalidDataException>(() => Walk(Chain(64, (16, 1, 1, offset)), 16)).Message.ShouldContain($"offset {named}");
    }

    [Fact]
    public void A_chain_without_an_end_is_found_before_anything_is_given_out()
    {
        int given = 0;
        foreach (byte[] answer in new[] { Chain(64, (16, 1, 1, 16)), Chain(64, (16, 1, 1, 24), (24, 2, 1, 16)), Chain(64, (16, 1, 1, 24), (24, 2, 1, 32), (32, 3, 1, 24)) })
        {
            Should.Throw<InvalidDataException>(() =>
            {
                foreach (Capability capability in new CapabilityChain(answer, 16))
                    given++;
            }).Message.ShouldContain("no end");
        }

        given.ShouldBe(0);
    }

    [Fact]
    public void Capabilities_that_overlap_are_refused()
    {
        // The first's "next" is the second's id and version at once.
        Should.Throw<InvalidDataException>(() => Walk(Chain(64, (16, 1, 1, 20), (20, 20, 0, 0)), 16)).Message.ShouldContain("offsets 16 and 20 overlap");
    }

    [Fact]
    public void A_capability_shorter_than_its_struct_is_refused()
    {
        byte[] answer = Chain(40, (16, 1, 1, 24), (24, 2, 1, 0));
        Should.Throw<InvalidDataException>(() => Find(answer, 16, 1).Read<DmaAvailable>()).Message.ShouldContain("8 bytes");
        Should.Throw<InvalidDataException>(() => Find(answer, 16, 2).Tail<ulong>(8, 2));
        Should.Throw<InvalidDataException>(() => Find(answer, 16, 2).Tail<ulong>(8, int.MaxValue));
        Should.Throw<InvalidDataException>(() => Find(answer, 16, 2).Tail<byte>(-1, 1));
        Should.Throw<InvalidDataException>(() => Find(answer, 16, 2).Tail<byte>(0, -1));
    }

    [Fact]
    public void Random_bytes_never_loop_and_are_never_read_outside()
    {
        int seed = Environment.TickCount;
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
        var random = new Random(seed);
        int walked = 0, refused = 0;
        for (int i = 0; i < 30_000; i++)
        {
            byte[] answer = new byte[random.Next(0, 200)];
            random.NextBytes(answer);
            // Mostly plausible links, or every chain would break at its first.
            for (int at = 4; at + 4 <= answer.Length; at += 4)
            {
                if (random.Next(8) != 0)
                    BitConverter.TryWriteBytes(answer.AsSpan(at), random.Next(3) == 0 ? 0u : (uint)random.Next(0, (answer.Length / 4) + 1) * 4);
            }

            try
            {
                Walk(answer, (uint)random.Next(0, answer.Length + 8)).ShouldBeLessThanOrEqualTo(answer.Length / 4, $"seed {seed}");
                walked++;
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        walked.ShouldBeGreaterThan(1000, $"seed {seed}");
        refused.ShouldBeGreaterThan(1000, $"seed {seed}");
    }

    [Fact]
    public void A_long_chain_costs_no_memory()
    {
        byte[] answer = Chain(8 * 1000, Enumerable.Range(1, 999).Select(i => ((uint)i * 8, (ushort)i, (ushort)1, i == 999 ? 0u : (uint)(i + 1) * 8)).ToArray());
        new CapabilityChain(answer, 8).TryFind(999, out _).ShouldBeTrue();
        long before = GC.GetAllocatedBytesForCurrentThread();
        new CapabilityChain(answer, 8).TryFind(999, out _);
        GC.GetAllocatedBytesForCurrentThread().ShouldBe(before);
    }

    private static byte[] Chain(int length, params (uint Offset, ushort Id, ushort Version, uint Next)[] capabilities)
    {
        byte[] answer = new byte[length];
        foreach ((uint offset, ushort id, ushort version, uint next) in capabilities)
        {
            BitConverter.TryWriteBytes(answer.AsSpan((int)offset), id).ShouldBeTrue();
            BitConverter.TryWriteBytes(answer.AsSpan((int)offset + 2), version).ShouldBeTrue();
            BitConverter.TryWriteBytes(answer.AsSpan((int)offset + 4), next).ShouldBeTrue();
        }

        return answer;
    }

    private static Capability Find(byte[] answer, uint offset, ushort id)
    {
        new CapabilityChain(answer, offset).TryFind(id, out Capability capability).ShouldBeTrue();
        return capability;
    }

    private static int Walk(byte[] answer, uint offset)
    {
        int count = 0;
        foreach (Capability capability in new CapabilityChain(answer, offset))
        {
            (capability.Offset + capability.Bytes.Length).ShouldBeLessThanOrEqualTo(answer.Length);
            capability.Bytes.Length.ShouldBeGreaterThanOrEqualTo(8);
            count++;
        }

        return count;
    }
}

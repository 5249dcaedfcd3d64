using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using IoctlSharp.Iommu;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Iommufd;

/// <summary>The stream of a vIOMMU's events, as the kernel writes it.</summary>
public sealed class EventListTests
{
    [Fact]
    public void Events_and_a_loss_at_the_end_are_walked()
    {
        byte[] bytes = Bytes([0, 5], [11, 12], [0, 8], [21, 22], [1, 9]);

        List<string> seen = [];
        foreach (VirtualEvent<IommuVeventTegra241Cmdqv> item in new EventList<IommuVeventTegra241Cmdqv>(bytes))
            seen.Add($"{item.Header.Sequence} {item.IsLoss} {First(item.Value)}");

        seen.ShouldBe(["5 False 11", "8 False 21", "9 True 0"]);
    }

    [Fact]
    public void An_empty_queue_has_no_events()
        => new EventList<IommuVeventTegra241Cmdqv>([]).MoveNext().ShouldBeFalse();

    [Fact]
    public void Events_of_another_type_are_refused()
    {
        byte[] bytes = Bytes([0, 5], [11, 12]);

        Should.Throw<InvalidOperationException>(() => new EventList<IommuVeventArmSmmuv3>(bytes).MoveNext())
            .Message.ShouldBe("16 bytes are left where a IommuVeventArmSmmuv3 has 32: the events are of another type.");
    }

    [Fact]
    public void Walking_allocates_nothing()
    {
        byte[] bytes = Bytes([0, 5], [11, 12], [1, 6]);
        Count(bytes).ShouldBe(2);
        long before = GC.GetAllocatedBytesForCurrentThread();

        int count = Count(bytes);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        count.ShouldBe(2);
    }

    private static int Count(byte[] bytes)
    {
        int count = 0;
        foreach (VirtualEvent<IommuVeventTegra241Cmdqv> item in new EventList<IommuVeventTegra241Cmdqv>(bytes))
            count += item.Header.Sequence > 0 ? 1 : 0;
        return count;
    }

    private static ulong First(IommuVeventTegra241Cmdqv value) => value.LvcmdqErrMap[0];

    // Headers are pairs of 32 bits, events pairs of 64.
    private static byte[] Bytes(params uint[][] parts)
    {
        List<byte> bytes = [];
        for (int i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 0)
                bytes.AddRange(MemoryMarshal.AsBytes<uint>(parts[i]));
            else
                bytes.AddRange(MemoryMarshal.AsBytes<ulong>([parts[i][0], parts[i][1]]));
        }

        return [.. bytes];
    }
}

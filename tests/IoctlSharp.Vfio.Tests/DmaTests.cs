using System;
using Shouldly;
using Xunit;

namespace IoctlSharp.Vfio.Tests;

/// <summary>The device itself reads and writes memory.</summary>
public sealed class DmaTests
{
    [Fact]
    public void Bytes_go_to_the_device_and_come_back()
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        using EduDevice edu = new(open.Device);
        using DmaBuffer memory = new(1 << 16);
        using DmaMapping mapping = open.Container.Map(memory, iova: 0x1000000);
        RoundTrip(edu, memory, mapping.Iova, seed: 1);
    }

    [Fact]
    public void What_was_unmapped_is_out_of_reach_and_the_IOMMU_reports_the_address()
    {
        using OpenDevice open = new(GuestDevices.PortEdu);
        using EduDevice edu = new(open.Device);
        using DmaBuffer memory = new(1 << 16);
        using (open.Container.Map(memory, iova: 0x2340000))
            RoundTrip(edu, memory, 0x2340000, seed: 2);

        Span<byte> target = memory.GetSpan(0, EduDevice.DmaLength);
        target.Fill(0x5a);
        edu.WriteToMemory(0x2340000);
        target.IndexOfAnyExcept((byte)0x5a).ShouldBe(-1);
        KernelLog.SoonHas("DMAR", "DMA Write", "[01:00.0]", "fault addr 0x2340000").ShouldBeTrue();
    }

    [Fact]
    public void A_mapping_without_Write_is_never_written_and_the_IOMMU_reports_the_address()
    {
        using OpenDevice open = new(GuestDevices.PortEdu);
        using EduDevice edu = new(open.Device);
        using DmaBuffer memory = new(1 << 16);
        using DmaMapping mapping = open.Container.Map(memory, iova: 0x5670000, VfioDmaMapFlags.Read);
        Span<byte> bytes = memory.GetSpan(0, EduDevice.DmaLength);
        bytes.Fill(0x22);

        // The write first: QEMU reports no fault of a page that its translation cache knows from a read.
        edu.WriteToMemory(mapping.Iova);
        bytes.IndexOfAnyExcept((byte)0x22).ShouldBe(-1);
        KernelLog.SoonHas("DMAR", "DMA Write", "[01:00.0]", "fault addr 0x5670000").ShouldBeTrue();
    }

    [Fact]
    public void A_device_that_may_only_read_sees_what_is_written_after_the_mapping()
    {
        using OpenDevice open = new(GuestDevices.RootEdu);
        using EduDevice edu = new(open.Device);
        using DmaBuffer source = new(1 << 12);
        using DmaBuffer destination = new(1 << 12);
        using DmaMapping readable = open.Container.Map(source, iova: 0x10000, VfioDmaMapFlags.Read);
        using DmaMapping writable = open.Container.Map(destination, iova: 0x20000, VfioDmaMapFlags.Write);
        source.Span.Fill(0x66);
        edu.ReadFromMemory(readable.Iova);
        edu.WriteToMemory(writable.Iova);
        destination.GetSpan(0, EduDevice.DmaLength).IndexOfAnyExcept((byte)0x66).ShouldBe(-1);
    }

    [Fact]
    public void Two_devices_of_two_groups_share_a_mapping()
    {
        using OpenDevice first = new(GuestDevices.RootEdu);
        using OpenDevice second = new(GuestDevices.PortEdu, first.Container);
        first.Pci.IommuGroup.Number.ShouldNotBe(second.Pci.IommuGroup.Number);
        using EduDevice firstEdu = new(first.Device);
        using EduDevice secondEdu = new(second.Device);
        using DmaBuffer memory = new(1 << 16);
        using DmaMapping mapping = first.Container.Map(memory, iova: 0x3000000);
        RoundTrip(firstEdu, memory, mapping.Iova, seed: 3);
        RoundTrip(secondEdu, memory, mapping.Iova, seed: 4);

        // From one device to the other, through the memory that both have.
        byte[] message = new byte[EduDevice.DmaLength];
        new Random(5).NextBytes(message);
        message.CopyTo(memory.Span);
        firstEdu.ReadFromMemory(mapping.Iova);
        firstEdu.WriteToMemory(mapping.Iova + 4096);
        secondEdu.ReadFromMemory(mapping.Iova + 4096);
        secondEdu.WriteToMemory(mapping.Iova + 8192);
        memory.GetSpan(8192, EduDevice.DmaLength).SequenceEqual(message).ShouldBeTrue();
    }

    [Fact]
    public void A_huge_page_is_reached_at_both_ends()
    {
        const ulong huge = 2 << 20;
        System.IO.File.WriteAllText("/proc/sys/vm/nr_hugepages", "4");
        using OpenDevice open = new(GuestDevices.RootEdu);
        using EduDevice edu = new(open.Device);
        using DmaBuffer memory = new(huge, hugePageSize: huge);
        using DmaMapping mapping = open.Container.Map(memory, iova: huge);
        memory.Span.Clear();
        Span<byte> last = memory.GetSpan(huge - EduDevice.DmaLength, EduDevice.DmaLength);
        memory.GetSpan(0, EduDevice.DmaLength).Fill(0x77);
        edu.ReadFromMemory(mapping.Iova);
        edu.WriteToMemory(mapping.Iova + huge - EduDevice.DmaLength);
        last.IndexOfAnyExcept((byte)0x77).ShouldBe(-1);
    }

    private static void RoundTrip(EduDevice edu, DmaBuffer memory, ulong iova, int seed)
    {
        Span<byte> source = memory.GetSpan(0, EduDevice.DmaLength);
        Span<byte> destination = memory.GetSpan(8192, EduDevice.DmaLength);
        new Random(seed).NextBytes(source);
        destination.Clear();
        edu.ReadFromMemory(iova);
        edu.WriteToMemory(iova + 8192);
        destination.SequenceEqual(source).ShouldBeTrue();
    }
}

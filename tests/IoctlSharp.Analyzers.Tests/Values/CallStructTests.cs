using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

/// <summary>The contract of each struct that a call gives to the kernel is kept: of those behind the argument, nested in it, and in spans.</summary>
public sealed class CallStructTests
{
    [Fact]
    public Task Behind_the_argument() => Rule.Flags(
        RuleIds.ValueIsNotPowerOfTwo,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioDevice device, VfioContainer container, Span<ulong> bitmap)
            {
                device.ReportDmaLogging(0, 0x10000, [|3000|], bitmap);
                Console.WriteLine(container.UnmapDmaAndGetDirtyPages(0, 0x10000, [|3000|], bitmap));
            }
        }
        """,
        "'VfioDeviceFeatureDmaLoggingReport.PageSize' reaches 'ReportDmaLogging' as 0xbb8, no power of two: give a power of two");

    [Fact]
    public Task Nested_in_it() => Rule.Flags(
        RuleIds.ValueIsNotPowerOfTwo,
        """
        using IoctlSharp.Vfio;

        [KernelStruct("window")] public partial struct Window { [PowerOfTwo] public ulong Size; }
        [KernelStruct("request")] public partial struct Request { public ulong Start; public Window Window; }
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Create(this Device device, in Request request);
            [Ioctl(IoctlMacro.IOW, 2, Argument = typeof(Request))] public static partial void Resize(this Device device, [Field("Window.Size")] ulong size);
        }

        public static class Driver
        {
            public static void Run(Device device, VfioContainer container, Span<ulong> bitmap)
            {
                device.Create(new Request { Window = new Window { Size = [|3|] } });
                Request request = default;
                request.Window.Size = [|5|];
                device.Create(request);
                device.Resize([|6|]);
                container.GetDirtyPages(0, 0x10000, [|3000|], bitmap);
            }
        }
        """,
        "'Window.Size' reaches 'Create' as 3, no power of two: give a power of two");

    [Fact]
    public Task In_a_span() => Rule.Flags(
        RuleIds.ValueIsNotAligned,
        """
        using IoctlSharp.Iommu;
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioDevice device, Iommufd iommufd, PageTableId table)
            {
                using VfioDmaBuf parts = device.ExportDmaBuf(0, new VfioRegionDmaRange { Length = 4096 }, new VfioRegionDmaRange { Offset = [|0x1800|], Length = 4096 });
                Console.WriteLine(iommufd.Invalidate(table, [new IommuHwptVtdS1Invalidate { Address = [|0x800|], PageCount = 1 }]));
                IommuHwptVtdS1Invalidate last = new() { Address = [|0x10|], PageCount = 1 };
                Console.WriteLine(iommufd.Invalidate(table, new IommuHwptVtdS1Invalidate[] { default, last }));
            }
        }
        """,
        "'VfioRegionDmaRange.Offset' reaches 'ExportDmaBuf' as 0x1800, no multiple of a page's size: round it");

    [Fact]
    public Task A_span_that_must_not_be_empty() => Rule.Flags(
        RuleIds.ValueIsZero,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioDevice device)
            {
                Console.WriteLine([|device.StartDmaLogging(4096)|]);
                Console.WriteLine([|device.StartDmaLogging(4096, [])|]);
                Console.WriteLine([|device.StartDmaLogging(4096, default)|]);
                Console.WriteLine([|device.StartDmaLogging(4096, ReadOnlySpan<VfioDeviceFeatureDmaLoggingRange>.Empty)|]);
                Console.WriteLine([|device.StartDmaLogging(4096, Array.Empty<VfioDeviceFeatureDmaLoggingRange>())|]);
                Console.WriteLine([|device.StartDmaLogging(4096, new VfioDeviceFeatureDmaLoggingRange[0])|]);
            }
        }
        """,
        "'VfioDeviceFeatureDmaLoggingControl.NumRanges' reaches 'StartDmaLogging' as zero, which the kernel refuses: give it a value");

    [Fact]
    public Task Right_or_not_known() => Rule.IsSilent(
        """
        using System.Collections.Generic;
        using IoctlSharp.Iommu;
        using IoctlSharp.Vfio;

        [KernelStruct("window")] public partial struct Window { [PowerOfTwo, NonZero] public ulong Size; }
        [KernelUnion] [StructLayout(LayoutKind.Explicit)] public partial struct Either { [FieldOffset(0)] public Window Window; [FieldOffset(0)] public ulong Number; }
        [KernelStruct("request")]
        public partial struct Request
        {
            public Bit Flags;
            public uint Kind;
            [ValidWhen(nameof(Flags), Bit.Two)] public Window Window;
            [Union] public Either Either;
        }
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Create(this Device device, in Request request);
            [Ioctl(IoctlMacro.IOR, 2)] public static partial void Read(this Device device, out Request request);
        }

        public static class Driver
        {
            public static void Run(Device device, VfioDevice given, VfioContainer container, ulong pageSize, Window window, Span<ulong> bitmap)
            {
                // Neither the window nor the union's means anything.
                device.Create(new Request { Kind = 1 });
                device.Create(new Request { Flags = Bit.Two, Window = window });
                device.Read(out Request answer);
                device.Create(answer);
                container.GetDirtyPages(0, 0x10000, 4096, bitmap);
                given.ReportDmaLogging(0, 0x10000, pageSize, bitmap);
                Console.WriteLine(given.GetMigrationState());
            }

            public static void Spans(VfioDevice device, Iommufd iommufd, PageTableId table, List<IommuHwptVtdS1Invalidate> many, VfioDeviceFeatureDmaLoggingRange[] ranges, VfioRegionDmaRange part, VfioGroup group)
            {
                using VfioDmaBuf parts = device.ExportDmaBuf(0, new VfioRegionDmaRange { Length = 4096 }, part);
                Console.WriteLine(iommufd.Invalidate(table, [.. many]));
                Console.WriteLine(iommufd.Invalidate(table, [new IommuHwptVtdS1Invalidate { PageCount = ulong.MaxValue }, .. many]));
                Console.WriteLine(device.StartDmaLogging(4096, ranges));
                Console.WriteLine(device.StartDmaLogging(4096, new VfioDeviceFeatureDmaLoggingRange { Length = 4096 }));
                Console.WriteLine(device.StartDmaLogging(4096, [.. ranges]));
                Console.WriteLine(device.StartDmaLogging(4096, new VfioDeviceFeatureDmaLoggingRange[ranges.Length]));
                device.PciHotReset();
                device.PciHotReset(group);
            }
        }
        """);
}

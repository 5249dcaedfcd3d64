using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class ValueIsZeroTests
{
    [Fact]
    public Task Never_set() => Rule.Flags(
        RuleIds.ValueIsZero,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container)
            {
                Console.WriteLine(container.UnmapDma([|new VfioIommuType1DmaUnmap { Iova = 0x100000 }|]));
            }
        }
        """,
        "'VfioIommuType1DmaUnmap.Size' reaches 'UnmapDma' as zero, which the kernel refuses: give it a value");

    [Fact]
    public Task Set_to_zero() => Rule.Flags(
        RuleIds.ValueIsZero,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container)
            {
                VfioIommuType1DmaUnmap unmap = new() { Iova = 0x100000, Size = 4096 };
                unmap.Size = [|0|];
                Console.WriteLine(container.TryUnmapDma(ref unmap));
                Console.WriteLine(unmap.Size);
            }
        }
        """);

    [Fact]
    public Task Another_flag_than_the_one_that_lifts_it() => Rule.Flags(
        RuleIds.ValueIsZero,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container)
            {
                Console.WriteLine(container.UnmapDma([|new VfioIommuType1DmaUnmap { Flags = VfioDmaUnmapFlags.Vaddr, Iova = 0x100000 }|]));
            }
        }
        """);

    private const string Tails = """
        [KernelStruct("feature"), Tail("data", typeof(byte))] public partial struct Feature { [NonZero] public uint Size; public uint Count; }
        [KernelStruct("window")] public partial struct Window { [NonZero] public ulong Size; [PageAligned] public ulong Start; public Nested Inner; }
        [KernelStruct("nested")] public partial struct Nested { public uint Done; }
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Feature), Tail = typeof(Window)), Preset(nameof(Feature.Size), 8u, Of = typeof(Feature))]
            public static partial void Open(this Device device, [Field(nameof(Window.Size), Of = typeof(Window))] ulong size, [Field(nameof(Window.Start))] ulong start, [Field("Inner.Done")] uint done);

            [Ioctl(IoctlMacro.IO, 2, Argument = typeof(Feature)), Preset(nameof(Feature.Size), 8u, Of = typeof(Feature))]
            public static partial void Move(this Device device, [Field(nameof(Window.Size), Of = typeof(Window))] ulong size, [Tail] in Window window);
        }
        """;

    [Fact]
    public Task In_the_struct_behind_the_argument() => Rule.Flags(
        RuleIds.ValueIsZero,
        Tails + """

        public static class Driver
        {
            public static void Run(Device device)
            {
                device.Open([|0|], 0x10000, 0);
                device.Move([|0|], new Window { Start = 0x10000 });
            }
        }
        """,
        "'Window.Size' reaches 'Open' as zero, which the kernel refuses: give it a value");

    [Fact]
    public Task Given_behind_the_argument() => Rule.IsSilent(
        Tails + """

        public static class Driver
        {
            public static void Run(Device device, ulong size)
            {
                device.Open(size, 0x10000, 0);
                device.Open(0x10000, 0, 1);
                device.Move(0x10000, new Window { Start = 0x10000 });
            }
        }
        """);

    [Fact]
    public Task Given_or_not_needed() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, VfioDmaUnmapFlags flags)
            {
                Console.WriteLine(container.UnmapDma(new VfioIommuType1DmaUnmap { Size = 4096 }));
                Console.WriteLine(container.UnmapDma(new VfioIommuType1DmaUnmap { Flags = VfioDmaUnmapFlags.All }));
                Console.WriteLine(container.UnmapDma(new VfioIommuType1DmaUnmap { Flags = flags }));
                VfioIommuType1DmaUnmap unmap = new();
                if (flags == 0)
                    unmap.Size = 4096;
                Console.WriteLine(container.UnmapDma(unmap));
            }
        }
        """);

    [Fact]
    public Task What_a_call_filled() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container)
            {
                VfioIommuType1DmaUnmap unmap = new() { Size = 4096 };
                Console.WriteLine(container.TryUnmapDma(ref unmap));
                Console.WriteLine(unmap.Size);
                Console.WriteLine(container.TryUnmapDma(ref unmap));
                Console.WriteLine(unmap.Size);
            }
        }
        """);
}

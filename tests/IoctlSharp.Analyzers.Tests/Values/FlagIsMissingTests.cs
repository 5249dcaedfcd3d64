using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class FlagIsMissingTests
{
    [Fact]
    public Task No_flag_at_all() => Rule.Flags(
        RuleIds.FlagIsMissing,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, DmaBuffer buffer)
            {
                container.MapDma([|new VfioIommuType1DmaMap { Vaddr = buffer.Address, Iova = 0x100000, Size = buffer.Size }|]);
            }
        }
        """,
        "'VfioIommuType1DmaMap.Flags' reaches 'MapDma' with none of Read, Write, Vaddr: set at least one of them");

    [Fact]
    public Task A_constant() => Rule.Flags(
        RuleIds.FlagIsMissing,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, DmaBuffer buffer)
            {
                Console.WriteLine(container.TryMapDma(new VfioIommuType1DmaMap { Flags = [|0|], Vaddr = buffer.Address, Iova = 0x100000, Size = buffer.Size }));
            }
        }
        """);

    [Fact]
    public Task A_local_that_is_set_field_by_field() => Rule.Flags(
        RuleIds.FlagIsMissing,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, DmaBuffer buffer)
            {
                VfioIommuType1DmaMap map = default;
                map.Vaddr = buffer.Address;
                map.Size = buffer.Size;
                if (buffer.Size > 4096)
                    map.Iova = 0x200000;
                container.MapDma(in [|map|]);
            }
        }
        """);

    [Fact]
    public Task A_flag_that_is_taken_away() => Rule.Flags(
        RuleIds.FlagIsMissing,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, DmaBuffer buffer)
            {
                var flags = VfioDmaMapFlags.Read;
                flags &= ~VfioDmaMapFlags.Read;
                var map = new VfioIommuType1DmaMap { Vaddr = buffer.Address, Iova = 0x100000, Size = buffer.Size };
                container.MapDma(map with { Flags = [|flags|] });
            }
        }
        """);

    [Fact]
    public Task A_parameter_of_the_call() => Rule.Flags(
        RuleIds.FlagIsMissing,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioDevice device)
            {
                device.SetIrqs(0, [|VfioIrqSetFlags.DataNone|], 0, 1);
            }
        }
        """);

    [Fact]
    public Task A_flag_that_needs_another() => Rule.Flags(
        RuleIds.FlagIsMissing,
        """
        [KernelStruct("needy")] public partial struct Needy { [Requires(Bit.Two, Bit.One)] public Bit Flags; }
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IOW, 1)] public static partial void Send(this Device device, in Needy needy); }
        public static class Driver { public static void Run(Device device) => device.Send(new Needy { Flags = [|Bit.Two|] }); }
        """,
        "'Needy.Flags' reaches 'Send' with Two but without One: set that flag as well");

    [Fact]
    public Task Flags_on_every_way() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, DmaBuffer buffer)
            {
                var flags = buffer.Size > 4096 ? VfioDmaMapFlags.Read : VfioDmaMapFlags.Write;
                container.MapDma(new VfioIommuType1DmaMap { Flags = flags, Vaddr = buffer.Address, Iova = 0x100000, Size = buffer.Size });
                VfioIommuType1DmaMap map = new() { Vaddr = buffer.Address, Iova = 0x100000, Size = buffer.Size };
                map.Flags |= VfioDmaMapFlags.Read;
                container.MapDma(map);
            }
        }
        """);

    [Fact]
    public Task Flags_on_some_way() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, DmaBuffer buffer)
            {
                VfioDmaMapFlags flags = 0;
                if (buffer.Size > 4096)
                    flags |= VfioDmaMapFlags.Read;
                if (buffer.Size > 8192)
                    flags |= VfioDmaMapFlags.Write;
                container.MapDma(new VfioIommuType1DmaMap { Flags = flags, Vaddr = buffer.Address, Iova = 0x100000, Size = buffer.Size });
            }
        }
        """);

    [Fact]
    public Task What_others_can_write() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, DmaBuffer buffer)
            {
                VfioIommuType1DmaMap map = new() { Vaddr = buffer.Address, Iova = 0x100000, Size = buffer.Size };
                Fill(ref map);
                container.MapDma(map);
                VfioIommuType1DmaMap captured = new() { Vaddr = buffer.Address, Iova = 0x100000, Size = buffer.Size };
                Action set = () => captured.Flags = VfioDmaMapFlags.Read;
                set();
                container.MapDma(captured);
                static void Fill(ref VfioIommuType1DmaMap map) => map.Flags = VfioDmaMapFlags.Read;
            }
        }
        """);

    [Fact]
    public Task Parameters_loops_and_handlers() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, VfioIommuType1DmaMap map, VfioDmaMapFlags flags, DmaBuffer buffer)
            {
                container.MapDma(map);
                container.MapDma(new VfioIommuType1DmaMap { Flags = flags, Vaddr = buffer.Address, Iova = 0x100000, Size = buffer.Size });
                VfioIommuType1DmaMap late = new() { Vaddr = buffer.Address, Iova = 0x100000, Size = buffer.Size };
                try
                {
                    late.Flags = VfioDmaMapFlags.Write;
                    buffer.ToString();
                }
                catch (InvalidOperationException)
                {
                    container.MapDma(late);
                }

                VfioIommuType1DmaMap again = new() { Vaddr = buffer.Address, Iova = 0x100000, Size = buffer.Size };
                for (int i = 0; i < 2; i++)
                {
                    if (i > 0)
                        container.MapDma(again);
                    again.Flags = VfioDmaMapFlags.Read;
                }
            }
        }
        """);

    [Fact]
    public Task In_a_function_that_a_field_or_a_property_holds() => Rule.Flags(
        RuleIds.FlagIsMissing,
        """
        using IoctlSharp.Vfio;
        internal sealed class Driver
        {
            private static readonly Action<VfioContainer, DmaBuffer> s_map = (container, buffer) => container.MapDma([|new VfioIommuType1DmaMap { Vaddr = buffer.Address, Iova = 0x100000, Size = buffer.Size }|]);
            public Action<VfioContainer, DmaBuffer> Map { get; } = (container, buffer) => container.MapDma([|new VfioIommuType1DmaMap { Vaddr = buffer.Address, Iova = 0x100000, Size = buffer.Size }|]);
            public Action<VfioContainer, DmaBuffer> Read { get; } = (container, buffer) => container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Read, Vaddr = buffer.Address, Iova = 0x100000, Size = buffer.Size });
        }
        """);
}

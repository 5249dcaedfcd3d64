using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class FlagsExcludeEachOtherTests
{
    [Fact]
    public Task A_flag_and_one_it_excludes() => Rule.Flags(
        RuleIds.FlagsExcludeEachOther,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, DmaBuffer buffer)
            {
                container.MapDma(new VfioIommuType1DmaMap { Flags = [|VfioDmaMapFlags.Vaddr | VfioDmaMapFlags.Read|], Vaddr = buffer.Address, Iova = 0x100000, Size = buffer.Size });
            }
        }
        """,
        "'VfioIommuType1DmaMap.Flags' reaches 'MapDma' with Vaddr and one of Read, Write: set either or the other");

    [Fact]
    public Task Two_of_which_one_is_to_be_set() => Rule.Flags(
        RuleIds.FlagsExcludeEachOther,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioDevice device)
            {
                device.SetIrqs(0, [|VfioIrqSetFlags.ActionMask | VfioIrqSetFlags.ActionTrigger|], 0, 1);
            }
        }
        """,
        "'VfioIrqSet.Flags' reaches 'SetIrqs' with more than one of ActionMask, ActionUnmask, ActionTrigger: set exactly one of them");

    [Fact]
    public Task A_flag_that_is_added_to_unknown_ones() => Rule.Flags(
        RuleIds.FlagsExcludeEachOther,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, DmaBuffer buffer, VfioDmaMapFlags flags)
            {
                VfioIommuType1DmaMap map = new() { Flags = flags | VfioDmaMapFlags.Vaddr, Vaddr = buffer.Address, Iova = 0x100000, Size = buffer.Size };
                map.Flags |= [|VfioDmaMapFlags.Write|];
                container.MapDma(map);
            }
        }
        """);

    [Fact]
    public Task Either_way_is_wrong() => Rule.Flags(
        RuleIds.FlagsExcludeEachOther,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, DmaBuffer buffer)
            {
                var flags = VfioDmaMapFlags.Vaddr;
                flags |= buffer.Size > 4096 ? VfioDmaMapFlags.Read : VfioDmaMapFlags.Write;
                container.MapDma(new VfioIommuType1DmaMap { Flags = [|flags|], Vaddr = buffer.Address, Iova = 0x100000, Size = buffer.Size });
            }
        }
        """);

    [Fact]
    public Task Flags_that_go_together() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, DmaBuffer buffer, VfioDmaMapFlags flags, bool update)
            {
                container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Read | VfioDmaMapFlags.Write, Vaddr = buffer.Address, Iova = 0x100000, Size = buffer.Size });
                container.MapDma(new VfioIommuType1DmaMap { Flags = flags | VfioDmaMapFlags.Read, Vaddr = buffer.Address, Iova = 0x100000, Size = buffer.Size });
                container.MapDma(new VfioIommuType1DmaMap { Flags = update ? VfioDmaMapFlags.Vaddr : VfioDmaMapFlags.Read, Vaddr = buffer.Address, Iova = 0x100000, Size = buffer.Size });
            }
        }
        """);

    [Fact]
    public Task A_flag_that_lifts_the_rule() => Rule.IsSilent(
        """
        [KernelStruct("ask")] public partial struct Ask { [Excludes(Bit.One, Bit.Two, Unless = (Bit)4)] public Bit Flags; }
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IOW, 1)] public static partial void Send(this Device device, in Ask ask); }
        public static class Driver { public static void Run(Device device, Bit unknown) { device.Send(new Ask { Flags = Bit.One | Bit.Two | (Bit)4 }); device.Send(new Ask { Flags = Bit.One | unknown }); } }
        """);
}

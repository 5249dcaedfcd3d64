using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class TailIsLostInCopyTests
{
    [Fact]
    public Task A_pointer() => Rule.Flags(
        RuleIds.TailIsLostInCopy,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static unsafe void Run(VfioDevice device)
            {
                VfioRegionInfo region = device.GetRegionInfo(0).Value;
                byte* next = [|(byte*)&region + 32|];
                Console.WriteLine(*next);
            }
        }
        """,
        "'region' is a copy of the 'VfioRegionInfo' alone, without what stands behind it: take the tail and the capabilities from the KernelBuffer");

    [Fact]
    public Task A_reference() => Rule.Flags(
        RuleIds.TailIsLostInCopy,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioDevice device)
            {
                VfioPciHotResetInfo info = device.GetPciHotResetInfo().Value;
                Console.WriteLine([|Unsafe.Add(ref Unsafe.As<VfioPciHotResetInfo, byte>(ref info), 12)|]);
            }
        }
        """);

    [Fact]
    public Task A_word_of_the_struct_itself() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static unsafe uint Run(VfioDevice device)
            {
                VfioRegionInfo region = device.GetRegionInfo(0).Value;
                return *((uint*)&region + 1) + *((byte*)&region + 31);
            }
        }
        """);

    [Fact]
    public Task Addresses_of_other_structs_and_within() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static unsafe void Run(VfioDevice device)
            {
                VfioIrqInfo irq = device.GetIrqInfo(0);
                byte* bytes = (byte*)&irq + 4;
                VfioRegionInfo region = device.GetRegionInfo(0).Value;
                VfioRegionInfo* whole = &region;
                Console.WriteLine(*bytes + (long)whole->Size);
            }
        }
        """);

    [Fact]
    public Task Every_way_to_leave_the_copy() => Rule.Flags(
        RuleIds.TailIsLostInCopy,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static unsafe byte A(VfioDevice device) { VfioPciHotResetInfo info = device.GetPciHotResetInfo().Value; byte* bytes = (byte*)&info; return [|bytes[12]|]; }
            public static unsafe int B(VfioDevice device) { VfioPciHotResetInfo info = device.GetPciHotResetInfo().Value; return *(int*)([|&info + 1|]); }
            public static unsafe int C(VfioDevice device) { VfioPciHotResetInfo info = device.GetPciHotResetInfo().Value; return [|((int*)&info)[3]|]; }
            public static unsafe byte D(VfioDevice device) { VfioPciHotResetInfo info = device.GetPciHotResetInfo().Value; VfioPciHotResetInfo* pointer = &info; return *(byte*)([|pointer + 1|]); }
            public static unsafe byte E(VfioDevice device) { VfioRegionInfo region = device.GetRegionInfo(0).Value; return *([|(byte*)&region + sizeof(VfioRegionInfo)|]); }
            public static int F(VfioDevice device) { VfioRegionInfo region = device.GetRegionInfo(0).Value; return [|MemoryMarshal.CreateSpan(ref region, 2)|].Length; }
        }
        """);

    [Fact]
    public Task Within_the_copy() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static unsafe byte A(VfioDevice device) { VfioPciHotResetInfo info = device.GetPciHotResetInfo().Value; byte* bytes = (byte*)&info; return bytes[11]; }
            public static unsafe uint B(VfioDevice device) { VfioRegionInfo region = device.GetRegionInfo(0).Value; return *(uint*)((byte*)&region + 8); }
            public static unsafe byte C(VfioDevice device, int offset) { VfioRegionInfo region = device.GetRegionInfo(0).Value; return *((byte*)&region + offset); }
            public static byte D(VfioDevice device) { VfioRegionInfo region = device.GetRegionInfo(0).Value; return Unsafe.Add(ref Unsafe.As<VfioRegionInfo, byte>(ref region), 31); }
            public static int E(VfioDevice device) { VfioRegionInfo region = device.GetRegionInfo(0).Value; return MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref region, 1)).Length; }
        }
        """);
}

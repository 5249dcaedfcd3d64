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
}

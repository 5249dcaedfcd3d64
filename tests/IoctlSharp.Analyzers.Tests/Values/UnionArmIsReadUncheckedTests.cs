using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class UnionArmIsReadUncheckedTests
{
    [Fact]
    public Task An_alias() => Rule.Flags(
        RuleIds.UnionArmIsReadUnchecked,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static uint Run(VfioDevice device, VfioGfxPlaneFlags form)
            {
                return [|device.QueryGfxPlane(form, 1).DmabufId|];
            }
        }
        """,
        "'VfioDeviceGfxPlaneInfo.DmabufId' is what the bytes mean only with VfioGfxPlaneFlags.DmaBuf, which nothing has looked at on the way here: test it first");

    [Fact]
    public Task An_element_behind_an_answer() => Rule.Flags(
        RuleIds.UnionArmIsReadUnchecked,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioDevice device)
            {
                foreach (VfioPciDependentDevice dependent in device.GetPciHotResetInfo().Tail<VfioPciDependentDevice>())
                    Console.WriteLine([|dependent.Devid|]);
            }
        }
        """);

    [Fact]
    public Task An_arm() => Rule.Flags(
        RuleIds.UnionArmIsReadUnchecked,
        """
        [KernelUnion("either"), StructLayout(LayoutKind.Explicit)] public partial struct Either { [FieldOffset(0), Arm(Bit.One)] public uint A; [FieldOffset(0), Arm(Bit.Two)] public int B; }
        [KernelStruct("tagged")] public partial struct Tagged { public Bit Kind; [Union(Discriminator = nameof(Kind))] public Either Value; }
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IOR, 1)] public static partial Tagged Get(this Device device); }
        public static class Driver { public static uint Run(Device device) { Tagged tagged = device.Get(); return tagged.Kind == Bit.One ? tagged.Value.A : (uint)[|tagged.Value.B|]; } }
        """);

    [Fact]
    public Task Checked_arms_and_those_of_parameters() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioDevice device, VfioPciDependentDevice given)
            {
                KernelBuffer<VfioPciHotResetInfo> answer = device.GetPciHotResetInfo();
                bool byId = (answer.Value.Flags & VfioPciHotResetFlags.DeviceIds) != 0;
                foreach (VfioPciDependentDevice dependent in answer.Tail<VfioPciDependentDevice>())
                    Console.WriteLine(byId ? dependent.Devid : dependent.GroupId);
                Console.WriteLine(given.Devid);
            }
        }
        """);

    [Fact]
    public Task A_switch() => Rule.IsSilent(
        """
        [KernelUnion("either"), StructLayout(LayoutKind.Explicit)] public partial struct Either { [FieldOffset(0), Arm(Bit.One)] public uint A; [FieldOffset(0), Arm(Bit.Two)] public int B; }
        [KernelStruct("tagged")] public partial struct Tagged { public Bit Kind; [Union(Discriminator = nameof(Kind))] public Either Value; }
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IOR, 1)] public static partial Tagged Get(this Device device); }
        public static class Driver { public static long Run(Device device) { Tagged tagged = device.Get(); return tagged.Kind switch { Bit.One => tagged.Value.A, Bit.Two => tagged.Value.B, _ => 0 }; } }
        """);
}

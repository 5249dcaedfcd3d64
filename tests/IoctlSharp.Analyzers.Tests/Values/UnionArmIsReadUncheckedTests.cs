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
            public static uint Run(VfioDevice device)
            {
                return [|device.QueryGfxPlane(VfioGfxPlaneFlags.Region, 1).DmabufId|];
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
    public Task A_kind_that_was_asked_for() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static uint Run(VfioDevice device) => device.QueryGfxPlane(VfioGfxPlaneFlags.DmaBuf, 1).DmabufId;
            public static uint Other(VfioDevice device) => device.QueryGfxPlane(VfioGfxPlaneFlags.Region, 1).RegionIndex;
            public static uint Any(VfioDevice device, VfioGfxPlaneFlags form) => device.QueryGfxPlane(form, 1).DmabufId;
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

    private const string Kinds = """
        public enum Kind : uint { One = 1, Two = 2, Three = 3 }
        [KernelUnion("either"), StructLayout(LayoutKind.Explicit)] public partial struct Either { [FieldOffset(0), Arm(Kind.One)] public uint A; [FieldOffset(0), Arm(Kind.Two)] public int B; }
        [KernelStruct("tagged")] public partial struct Tagged { public Kind Kind; public uint Serial; [Union(Discriminator = nameof(Kind))] public Either Value; public readonly bool IsOne => Kind == Kind.One; }
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IOR, 1)] public static partial Tagged Get(this Device device); }
        """;

    [Fact]
    public Task By_exclusion_of_one_of_three() => Rule.Flags(
        RuleIds.UnionArmIsReadUnchecked,
        Kinds + """

        public static class Driver { public static long Run(Device device) { Tagged tagged = device.Get(); return tagged.Kind == Kind.One ? tagged.Value.A : [|tagged.Value.B|]; } }
        """,
        "'Either.B' is what the bytes mean only with Kind.Two, which nothing has looked at on the way here: test it first");

    [Fact]
    public Task Other_numbers_and_a_property_pattern() => Rule.Flags(
        RuleIds.UnionArmIsReadUnchecked,
        Kinds + """

        public static class Driver
        {
            public static long A(Device device) { Tagged tagged = device.Get(); return (int)tagged.Serial == 1 ? [|tagged.Value.A|] : 0; }
            public static long B(Device device) => device.Get() is { Value: { [|B|]: var b } } ? b : 0;
        }
        """);

    [Fact]
    public Task Numbers_properties_and_what_is_left() => Rule.IsSilent(
        Kinds + """

        public static class Driver
        {
            public static long A(Device device) { Tagged tagged = device.Get(); return (int)tagged.Kind == 1 ? tagged.Value.A : 0; }
            public static long B(Device device) { Tagged tagged = device.Get(); return tagged.IsOne ? tagged.Value.A : 0; }
            public static long C(Device device) { Tagged tagged = device.Get(); return tagged.Kind is Kind.One or Kind.Three ? tagged.Value.A : tagged.Value.B; }
            public static long D(Device device) => device.Get() is { Value.B: var b, Kind: Kind.Two } ? b : 0;
        }
        """);
}

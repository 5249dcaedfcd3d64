using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class ValueIsOutOfRangeTests
{
    [Fact]
    public Task A_constant() => Rule.Flags(
        RuleIds.ValueIsOutOfRange,
        """
        using IoctlSharp.Iommu;

        public static class Driver { public static void Run(Iommufd iommufd) => iommufd.SetRlimitMode([|2|]); }
        """,
        "'IommuOption.Value' reaches 'SetRlimitMode' as 2, no value from 0 to 1: give one");

    [Fact]
    public Task Each_of_two() => Rule.Flags(
        RuleIds.ValueIsOutOfRange,
        """
        [KernelStruct("window")] public partial struct Window { [Range(-2, 8)] public int Levels; }
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IOW, 1)] public static partial void Create(this Device device, in Window window); }
        public static class Driver { public static void Run(Device device, bool deep) { int levels = deep ? 9 : -3; device.Create(new Window { Levels = [|levels|] }); } }
        """);

    [Fact]
    public Task Within() => Rule.IsSilent(
        """
        [KernelStruct("window")] public partial struct Window { [Range(-2, 8)] public int Levels; }
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IOW, 1)] public static partial void Create(this Device device, in Window window); }
        public static class Driver { public static void Run(Device device, bool deep, int unknown) { device.Create(new Window { Levels = -2 }); device.Create(new Window { Levels = deep ? 9 : 8 }); device.Create(new Window { Levels = unknown }); } }
        """);
}

using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class FeatureIsNewerThanTargetLinuxTests
{
    private const string Library = """
        using IoctlSharp;
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioDevice device, VfioDeviceFeatureBusMaster master) => [|device.SetBusMaster(master)|];

            public static uint Pasid(VfioDeviceAttachIommufdPt attach) => [|attach.Pasid|];
        }
        """;

    [Fact]
    public Task A_command_and_a_field() => Rule.Flags(
        RuleIds.FeatureIsNewerThanTargetLinux, Library,
        "'VfioIoctls.SetBusMaster' came with Linux 6.12, and the project runs on Linux 6.1: ask for the kernel's release first, or catch its refusal", target: "6.1");

    [Fact]
    public Task A_flag() => Rule.Flags(
        RuleIds.FeatureIsNewerThanTargetLinux,
        """
        [KernelConstants("X_")] public enum Kind { Old, [Since("6.8")] New }
        public static class Driver { public static Kind Run() => [|Kind.New|]; }
        """,
        target: "6.7.3");

    [Theory]
    [InlineData("7.2")]
    [InlineData("")]
    [InlineData("new")]
    public Task New_enough_or_not_stated(string target) => Rule.IsSilent(Library.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal), target: target);

    [Fact]
    public Task Who_asks_or_catches() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Ask(VfioDevice device, VfioDeviceFeatureBusMaster master)
            {
                if (Environment.OSVersion.Version >= new Version(6, 12))
                    device.SetBusMaster(master);
            }

            public static void Catch(VfioDevice device, VfioDeviceFeatureBusMaster master)
            {
                try
                {
                    device.SetBusMaster(master);
                }
                catch (IoctlException)
                {
                }
            }

            public static bool Try(VfioDevice device) => device.ProbeBusMaster() == Errno.None;

            public static string Name() => nameof(VfioIoctls.SetBusMaster);
        }
        """,
        target: "6.1");
}

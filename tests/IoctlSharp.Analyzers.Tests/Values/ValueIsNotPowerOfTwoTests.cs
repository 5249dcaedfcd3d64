using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class ValueIsNotPowerOfTwoTests
{
    [Fact]
    public Task A_constant() => Rule.Flags(
        RuleIds.ValueIsNotPowerOfTwo,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container)
            {
                container.CreateWindow(new VfioIommuSpaprTceCreate { PageShift = 16, WindowSize = [|3ul << 30|], Levels = 1 });
            }
        }
        """,
        "'VfioIommuSpaprTceCreate.WindowSize' reaches 'CreateWindow' as 0xc0000000, no power of two: give a power of two");

    [Fact]
    public Task A_sum() => Rule.Flags(
        RuleIds.ValueIsNotPowerOfTwo,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container)
            {
                VfioIommuSpaprTceCreate window = new() { PageShift = 16, WindowSize = 1ul << 30, Levels = 1 };
                window.WindowSize += [|4096|];
                container.CreateWindow(window);
            }
        }
        """);

    [Fact]
    public Task Powers() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Run(VfioContainer container, ulong size)
            {
                container.CreateWindow(new VfioIommuSpaprTceCreate { PageShift = 16, WindowSize = 1ul << 30, Levels = 1 });
                container.CreateWindow(new VfioIommuSpaprTceCreate { PageShift = 16, WindowSize = size, Levels = 1 });
                container.CreateWindow(new VfioIommuSpaprTceCreate { PageShift = 16, WindowSize = size > 5 ? 3ul : 4, Levels = 1 });
            }
        }
        """);
}

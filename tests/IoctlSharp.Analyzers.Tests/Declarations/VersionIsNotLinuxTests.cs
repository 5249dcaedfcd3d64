using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class VersionIsNotLinuxTests
{
    [Fact]
    public Task A_letter() => Rule.Flags(
        RuleIds.VersionIsNotLinux,
        """
        [KernelStruct("settings")] public partial struct Settings { [[|Since("v6.8")|]] public uint Value; }
        """,
        "[Since] on 'Settings.Value' gives 'v6.8', which is no Linux release: write two numbers, as in 6.8");

    [Fact]
    public Task One_number_on_a_struct() => Rule.Flags(
        RuleIds.VersionIsNotLinux,
        """
        [KernelStruct("settings"), [|Since("6")|]] public partial struct Settings { public uint Value; }
        """);

    [Fact]
    public Task Four_numbers_on_a_member_of_an_enum() => Rule.Flags(
        RuleIds.VersionIsNotLinux,
        """
        public enum Kind { [[|Since("6.1.2.3")|]] One }
        """);

    [Fact]
    public Task A_release() => Rule.IsSilent(
        """
        [KernelStruct("settings")] public partial struct Settings { [Since("6.8")] public uint Value; [Since("4.19.3")] public uint Other; }
        """);
}

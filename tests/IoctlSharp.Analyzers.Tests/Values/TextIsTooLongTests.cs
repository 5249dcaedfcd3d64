using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class TextIsTooLongTests
{
    [Fact]
    public Task As_long_as_the_array() => Rule.Flags(
        RuleIds.TextIsTooLong,
        """
        [KernelStruct("named")] public unsafe partial struct Named { [CString] private fixed byte _name[8]; public uint Value; }
        public static class Driver { public static Named Make() => new() { Name = [|"12345678"|] }; }
        """,
        "The text for 'Named.Name' has 8 bytes, and with its NUL at most 8 fit: shorten it");

    [Fact]
    public Task Longer_in_UTF_8() => Rule.Flags(
        RuleIds.TextIsTooLong,
        """
        [KernelStruct("named")] public unsafe partial struct Named { [CString] private fixed byte _name[8]; public uint Value; }
        public static class Driver { private const string Text = "äöüß"; public static void Make(ref Named named) => named.Name = [|Text|]; }
        """);

    [Fact]
    public Task Shorter_or_not_known() => Rule.IsSilent(
        """
        [KernelStruct("named")] public unsafe partial struct Named { [CString] private fixed byte _name[8]; public uint Value; }
        public static class Driver { public static Named Make(string text) { Named named = new() { Name = "1234567" }; named.Name = text; return named; } }
        """);
}

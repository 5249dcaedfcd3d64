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

    private const string Names = """
        [InlineArray(16)] public struct Bytes16 { private byte _first; }
        [KernelStruct("named")] public unsafe partial struct Named { public fixed byte Text[8]; public Bytes16 Other; }

        """;

    [Fact]
    public Task Compared_with_the_NULs_behind_it() => Rule.Flags(
        RuleIds.TextIsTooLong,
        Names + """
        public static unsafe class Driver
        {
            public static bool A(Named named) => [|System.Text.Encoding.UTF8.GetString(named.Text, 8) == "eth0"|];
            public static bool B(Named named)
            {
                string text = System.Text.Encoding.ASCII.GetString(named.Other);
                return [|text.Equals("eth0")|] || [|"wlan0" != text|];
            }
            public static bool C(Named named) => [|System.Text.Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpan(ref named.Text[0], 8)) == "eth0"|];
        }
        """,
        "The text of 'Named.Text' has 8 bytes, the NULs behind it too, which 'eth0' has not: cut it at its first NUL");

    [Fact]
    public Task Cut_or_as_long_as_the_field() => Rule.IsSilent(
        Names + """
        public static unsafe class Driver
        {
            public static bool A(Named named) => System.Text.Encoding.UTF8.GetString(named.Text, 8).TrimEnd('\0') == "eth0";
            public static bool B(Named named) => System.Text.Encoding.UTF8.GetString(named.Text, 8) == "12345678";
            public static bool C(Named named, string other) => System.Text.Encoding.UTF8.GetString(named.Text, 8) == other || System.Text.Encoding.UTF8.GetString(named.Text, 8) == "eth0\0\0\0\0";
            public static bool D(Named named, int length) => System.Text.Encoding.UTF8.GetString(named.Text, length) == "eth0" || System.Text.Encoding.UTF8.GetString(named.Text, 4) == "eth0";
            public static bool E(Named named) => Marshal.PtrToStringUTF8((nint)named.Text) == "eth0";
        }
        """);
}

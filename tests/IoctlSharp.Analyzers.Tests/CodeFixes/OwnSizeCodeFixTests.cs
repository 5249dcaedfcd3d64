using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class OwnSizeCodeFixTests
{
    [Fact]
    public Task Each_way_to_measure() => Fix.Makes<OwnSizeCodeFix>(
        RuleIds.ArgSizeIsOfAnother,
        """
        internal struct Remove { public uint argsz; public uint flags; public ulong start; } internal struct Create { public uint argsz; public uint flags; public ulong size; public ulong levels; }
        internal static class Raw
        {
            public static unsafe Remove A() => new() { argsz = (uint)sizeof(Create) };
            public static Remove B() => new() { argsz = (uint)Marshal.SizeOf<Create>() };
            public static Remove C() => new() { argsz = (uint)Marshal.SizeOf(typeof(Create)) };
            public static unsafe Remove D() => new() { argsz = (uint)sizeof(Remove*) };
        }
        """,
        """
        internal struct Remove { public uint argsz; public uint flags; public ulong start; } internal struct Create { public uint argsz; public uint flags; public ulong size; public ulong levels; }
        internal static class Raw
        {
            public static unsafe Remove A() => new() { argsz = (uint)sizeof(Remove) };
            public static Remove B() => new() { argsz = (uint)Marshal.SizeOf<Remove>() };
            public static Remove C() => new() { argsz = (uint)Marshal.SizeOf(typeof(Remove)) };
            public static unsafe Remove D() => new() { argsz = (uint)sizeof(Remove) };
        }
        """);

    [Fact]
    public Task A_number_and_what_is_measured_elsewhere() => Fix.Makes<OwnSizeCodeFix>(
        RuleIds.ArgSizeIsOfAnother,
        """
        internal struct Create { public uint argsz; public uint flags; public ulong size; public ulong levels; }
        internal static class Raw
        {
            internal struct Remove { public uint argsz; public uint flags; public ulong start; }
            public static Remove A() => new() { argsz = 12 };
            public static Remove B() => new() { argsz = (uint)IntPtr.Size };
            public static Remove C(Create create) => new() { argsz = (uint)Marshal.SizeOf(create) };
        }
        internal static class Other
        {
            public static Raw.Remove D() => new() { argsz = 12 };
        }
        """,
        """
        internal struct Create { public uint argsz; public uint flags; public ulong size; public ulong levels; }
        internal static class Raw
        {
            internal struct Remove { public uint argsz; public uint flags; public ulong start; }
            public static Remove A() => new() { argsz = (uint)Marshal.SizeOf<Remove>() };
            public static Remove B() => new() { argsz = (uint)Marshal.SizeOf<Remove>() };
            public static Remove C(Create create) => new() { argsz = (uint)Marshal.SizeOf<Remove>() };
        }
        internal static class Other
        {
            public static Raw.Remove D() => new() { argsz = (uint)Marshal.SizeOf<Raw.Remove>() };
        }
        """);
}

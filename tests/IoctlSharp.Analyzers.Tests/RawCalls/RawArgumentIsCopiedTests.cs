using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.RawCalls;

public sealed class RawArgumentIsCopiedTests
{
    [Fact]
    public Task What_the_marshaller_refuses() => Rule.Flags(
        RuleIds.RawArgumentIsCopied,
        """
        internal sealed class Request { public uint Flags; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, [|Request|] argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, [|object|] argument);
        }
        """,
        "'argument' is 'Request', which has no layout in C, so that the marshaller refuses it: pass a blittable struct by 'ref', or a pointer");

    [Fact]
    public Task The_address_of_an_address() => Rule.Flags(
        RuleIds.RawArgumentIsCopied,
        """
        [StructLayout(LayoutKind.Sequential)] internal sealed class Request { public uint Flags; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, ref [|string|] name);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, ref [|Request|] argument);
        }
        """,
        "'name' is 'string', of which the kernel gets the address of an address: pass a blittable struct by 'ref', or a pointer");

    [Fact]
    public Task A_copy_that_does_not_come_back() => Rule.Flags(
        RuleIds.RawArgumentIsCopied,
        """
        [StructLayout(LayoutKind.Sequential)] internal sealed class Capability { [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 100)] public string Card = ""; public uint Version; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, Capability argument);
        #pragma warning disable IOCTL4011
            public static string? Card(int fd) { Capability capability = new(); return ioctl(fd, 0x80685600, [|capability|]) < 0 ? null : capability.Card; }
        }
        """,
        "'argument' is 'Capability', of which the kernel fills a copy that nobody sees: pass a blittable struct by 'ref', or a pointer");

    [Fact]
    public Task What_the_kernel_keeps() => Rule.Flags(
        RuleIds.RawArgumentIsCopied,
        """
        #pragma warning disable CS0649
        [StructLayout(LayoutKind.Sequential)] internal sealed class Urb { public byte Type, Endpoint; public int Status; public uint Flags; public nint Buffer; public int Length, Actual, Start, Packets, Errors; public uint Signal; public nint Context; }
        internal struct Named { [MarshalAs(UnmanagedType.ByValArray, SizeConst = 56)] public byte[] Bytes; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, Urb argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, ref Named argument);
        #pragma warning disable IOCTL4011
            public static int Submit(int fd, Urb urb, Named named) => ioctl(fd, 0x8038550a, [|urb|]) + ioctl(fd, 0x8038550a, [|ref named|]);
        }
        """,
        "'argument' is 'Urb', which the kernel writes to after the call too, when it is no longer pinned: pass a blittable struct by 'ref', or a pointer");

    [Fact]
    public Task What_the_kernel_sees_as_it_stands_or_gives_back() => Rule.IsSilent(
        """
        #pragma warning disable CS0649
        internal struct Request(uint flags) { public uint Flags = flags; }
        internal struct Named { [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 16)] public string Name; public int Index; [MarshalAs(UnmanagedType.ByValArray, SizeConst = 20)] public byte[] Rest; }
        [StructLayout(LayoutKind.Sequential)] internal sealed class Pinned { public uint Flags; public ulong Address; }
        [StructLayout(LayoutKind.Sequential)] internal sealed class Copied { [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 16)] public string Name = ""; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, ref Request argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, ref Named argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, Pinned argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, [In, Out] Copied argument);
            [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)] private static extern int Write(int fd, nuint request, Copied argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, [In, Out] Named[] argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, byte[] argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, string argument);
            [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, Device argument);
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, Request* argument);
        #pragma warning disable IOCTL4011
            public static int A(int fd, Pinned pinned, Copied copied) => ioctl(fd, 0x80107801, pinned) + ioctl(fd, 0x80107802, copied) + Write(fd, 0x40107803, copied);
        }
        """);
}

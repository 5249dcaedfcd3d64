using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.RawCalls;

public sealed class RequestSizeIsNotArgumentsTests
{
    [Fact]
    public Task A_wider_argument() => Rule.Flags(
        RuleIds.RequestSizeIsNotArguments,
        """
        using IoctlSharp.Vfio;
        
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            #pragma warning disable IOCTL4011
            public static unsafe int A(int fd, ulong value) => ioctl(fd, 0x80047801, [|&value|]);
        }
        """,
        "0x80047801 says that the argument has 4 bytes, but 'ulong' has 8: make the argument what the header's macro names, or compute the number for this one");

    [Fact]
    public Task A_buffer_of_another_length() => Rule.Flags(
        RuleIds.RequestSizeIsNotArguments,
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, byte[] argument);
        #pragma warning disable IOCTL4011
            public static int A(int fd)
            {
                byte[] keys = new byte[96];
                return ioctl(fd, 0x80044521, [|keys|]);
            }
        }
        """);

    [Fact]
    public Task The_same_size_or_none_that_is_known() => Rule.IsSilent(
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, byte[] argument);
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);
        #pragma warning disable IOCTL4011
            public static int A(int fd, byte[] any)
            {
                byte[] keys = new byte[4];
                byte[] other = new byte[4];
                other = any;
                return ioctl(fd, 0x80044521, keys) + ioctl(fd, 0x80044521, any) + ioctl(fd, 0x80044521, other);
            }
            public static unsafe int B(int fd, uint value, void* any) => ioctl(fd, 0x80047801, &value) + ioctl(fd, 0x80047801, any) + ioctl(fd, 0x80047801, (void*)null);
        }
        """);

    [Fact]
    public Task What_is_not_all_of_the_argument() => Rule.IsSilent(
        """
        #pragma warning disable CS0649
        internal unsafe struct Entries { public uint Count, Pad; public fixed ulong Items[32]; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, ref ulong argument);
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, byte[] argument);
        #pragma warning disable IOCTL4011
            public static int A(int fd, ulong[] bits, Span<ulong> span) => ioctl(fd, 0x80604521, ref bits[0]) + ioctl(fd, 0x80604521, ref span[0]) + ioctl(fd, 0x80604521, ref MemoryMarshal.GetReference(span));
            public static int B(int fd, ref ulong first) => ioctl(fd, 0x80604521, ref first);
            public static unsafe int C(int fd, Entries entries, Entries* many) => ioctl(fd, 0xc0086601, &entries.Count) + ioctl(fd, 0xc2106602, many);
            public static int D(int fd, ulong[] bits) { ref ulong first = ref bits[0]; return ioctl(fd, 0x80604521, ref first); }
        }
        """);

    [Fact]
    public Task A_head_with_entries_behind_it_and_a_macro_of_a_pointer() => Rule.IsSilent(
        """
        #pragma warning disable CS0649
        internal unsafe struct Registers { public uint Count, Pad; public fixed ulong Entries[32]; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, byte[] argument);
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, ref int argument);
        #pragma warning disable IOCTL4011
            public static unsafe int A(int fd, Registers registers) => ioctl(fd, 0xc008ae88, &registers);
            public static int B(int fd) { byte[] table = new byte[16384]; return ioctl(fd, 0xc138fd09, table); }
            public static int C(int fd) { int size = 4096; return ioctl(fd, 0x40081271, ref size); }
            public static int D(int fd) { byte[] text = new byte[100]; return ioctl(fd, 0x40086400, text); }
        }
        """);

    [Fact]
    public Task The_headers_own_lie() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal unsafe struct Request { public fixed byte Name[16]; public fixed byte Data[24]; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            #pragma warning disable IOCTL4011
            public static unsafe int A(int fd, Request request) => ioctl(fd, 0x400454ca, &request);
        }
        """);

    [Fact]
    public Task Buffers_of_each_kind() => Rule.Flags(
        RuleIds.RequestSizeIsNotArguments,
        """
        #pragma warning disable IOCTL4011, IOCTL5001
        internal struct Transfer { public ulong Tx, Rx; public uint Length, Speed, Delay, Pad; }
        internal static unsafe class Raw
        {
            private const uint EVIOCGKEY = (2u << 30) | (768u << 16) | ((uint)'E' << 8) | 0x18;
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, byte* argument);
            [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)] static extern int Reference(int fd, nuint request, ref byte argument);
            [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)] static extern int Address(int fd, nuint request, nint argument);
            [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)] static extern int Transfers(int fd, nuint request, Transfer[] argument);

            public static int A(int fd) { byte* bits = stackalloc byte[96]; return ioctl(fd, EVIOCGKEY, [|bits|]); }
            public static int B(int fd) { byte[] bits = new byte[96]; fixed (byte* pointer = bits) return ioctl(fd, EVIOCGKEY, [|pointer|]); }
            public static int C(int fd) { byte[] bits = new byte[96]; return Reference(fd, EVIOCGKEY, [|ref bits[0]|]); }
            public static int D(int fd) { Span<byte> bits = stackalloc byte[96]; return Reference(fd, EVIOCGKEY, [|ref MemoryMarshal.GetReference(bits)|]); }
            public static int E(int fd) { nint memory = Marshal.AllocHGlobal(96); return Address(fd, EVIOCGKEY, [|memory|]); }
            public static int F(int fd) { byte* memory = (byte*)NativeMemory.AllocZeroed(96); return ioctl(fd, EVIOCGKEY, [|memory|]); }
            public static int G(int fd) => Transfers(fd, 0x40606b00, [|[default, default]|]);
        }
        """,
        "0x83004518 says that the argument has 768 bytes, but 'byte[96]' has 96: make the argument what the header's macro names, or compute the number for this one");

    [Fact]
    public Task What_the_marshaller_writes_into_the_struct() => Rule.Flags(
        RuleIds.RequestSizeIsNotArguments,
        """
        #pragma warning disable IOCTL4011, IOCTL4019
        [StructLayout(LayoutKind.Sequential)] internal struct Named { [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 16)] public string Name; public int Index; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, ref Named argument);
            public static int A(int fd, Named named) => ioctl(fd, 0xc0286b00, [|ref named|]);
            public static int B(int fd, Named named) => ioctl(fd, 0xc0146b00, ref named);
        }
        """);
}

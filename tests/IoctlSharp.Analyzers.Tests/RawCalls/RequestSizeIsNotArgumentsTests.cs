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
}

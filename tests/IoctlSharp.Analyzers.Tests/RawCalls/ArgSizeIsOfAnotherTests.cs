using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.RawCalls;

public sealed class ArgSizeIsOfAnotherTests
{
    [Fact]
    public Task The_size_of_another_struct() => Rule.Flags(
        RuleIds.ArgSizeIsOfAnother,
        """
        using IoctlSharp.Vfio;
        #pragma warning disable CS0649
        internal struct Remove { public uint argsz; public uint flags; public ulong start; } internal struct Create { public uint argsz; public uint flags; public ulong size; public ulong levels; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe Remove A() => new() { argsz = [|(uint)sizeof(Create)|] };
            public static Remove B() { Remove remove = default; remove.argsz = [|(uint)Marshal.SizeOf<Create>()|]; return remove; }
            public static unsafe Remove C() { Remove remove = default; remove.argsz = [|(uint)sizeof(Remove*)|]; return remove; }
        }
        """,
        "'argsz' of a 'Remove' is set to sizeof(Create), but the struct has 16 bytes: write sizeof(Remove)");

    [Fact]
    public Task A_number_that_is_too_small() => Rule.Flags(
        RuleIds.ArgSizeIsOfAnother,
        """
        using IoctlSharp.Vfio;
        #pragma warning disable CS0649
        internal struct Remove { public uint argsz; public uint flags; public ulong start; } internal struct Create { public uint argsz; public uint flags; public ulong size; public ulong levels; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static Remove A() => new() { argsz = [|12|] };
        }
        """,
        "'argsz' of a 'Remove' is set to 12, but the struct has 16 bytes: write sizeof(Remove)");

    [Fact]
    public Task Its_own_size_and_what_is_behind() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        #pragma warning disable CS0649
        internal struct Remove { public uint argsz; public uint flags; public ulong start; } internal struct Create { public uint argsz; public uint flags; public ulong size; public ulong levels; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            #pragma warning disable CS0649
            public static unsafe Remove A(int count) => new() { argsz = (uint)(sizeof(Remove) + count * sizeof(int)) };
            public static unsafe Remove B() => new() { argsz = (uint)sizeof(Remove) };
            public static Remove C() => new() { argsz = (uint)Unsafe.SizeOf<Remove>() };
            public static Remove D(uint size) => new() { argsz = size };
            public static Remove E() => new() { argsz = 16 };
            public static Remove F() => new() { argsz = 64 };
            public static Remove G() => new() { argsz = 8 }; // as an older kernel had it
        }
        """);

    [Fact]
    public Task By_a_variable_the_size_of_a_pointer_and_for_iommufd() => Rule.Flags(
        RuleIds.ArgSizeIsOfAnother,
        """
        #pragma warning disable CS0649
        internal struct Remove { public uint argsz; public uint flags; public ulong start; } internal struct Create { public uint argsz; public uint flags; public ulong size; public ulong levels; }
        [StructLayout(LayoutKind.Sequential)] internal struct iommu_destroy { public uint size; public uint id; }
        internal static class Raw
        {
            public static Remove A() => new() { argsz = [|(uint)IntPtr.Size|] };
            public static Remove B() { int size = Marshal.SizeOf<Create>(); Remove remove = default; remove.argsz = [|(uint)size|]; return remove; }
            public static Remove C(Create create) => new() { argsz = [|(uint)Marshal.SizeOf(create)|] };
            public static iommu_destroy D(uint id) => new() { size = [|4|], id = id };
        }
        """);
}

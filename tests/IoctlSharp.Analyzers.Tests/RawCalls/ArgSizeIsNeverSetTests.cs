using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.RawCalls;

public sealed class ArgSizeIsNeverSetTests
{
    [Fact]
    public Task A_fresh_struct() => Rule.Flags(
        RuleIds.ArgSizeIsNeverSet,
        """
        using IoctlSharp.Vfio;
        internal struct Status { public uint argsz; public uint flags; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe uint A(int fd)
            {
                var status = new Status();
                return ioctl(fd, VfioIoctls.Commands.VFIO_GROUP_GET_STATUS.Number, [|&status|]) < 0 ? 0 : status.flags;
            }
        }
        """,
        "'status' goes to the kernel with 'argsz' still 0, and the kernel answers EINVAL: set it to sizeof(Status), or declare the struct with [ArgSize]");

    [Fact]
    public Task Other_fields_are_set() => Rule.Flags(
        RuleIds.ArgSizeIsNeverSet,
        """
        using IoctlSharp.Vfio;
        internal struct Status { public uint argsz; public uint flags; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe int A(int fd, nuint request)
            {
                Status first = default;
                first.flags = 1;
                Status second = new() { flags = 1 };
                return ioctl(fd, request, [|&first|]) + ioctl(fd, request, [|&second|]);
            }
        }
        """);

    [Fact]
    public Task Set_in_any_way() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal struct Status { public uint argsz; public uint flags; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe int A(int fd, nuint request, Status given)
            {
                var first = new Status { argsz = (uint)sizeof(Status) };
                Status second = default;
                second.argsz = 8;
                Status third = default;
                Prepare(ref third);
                Status fourth = Make();
                Status fifth = default;
                fifth = given;
                Status sixth = default;
                if (fd > 3)
                    sixth.argsz = 8;
                return ioctl(fd, request, &first) + ioctl(fd, request, &second) + ioctl(fd, request, &third) + ioctl(fd, request, &fourth) + ioctl(fd, request, &fifth) + ioctl(fd, request, &sixth) + ioctl(fd, request, &given);
            }
            private static void Prepare(ref Status status) => status.argsz = 8;
            private static Status Make() => new() { argsz = 8 };
        }
        """);

    [Fact]
    public Task No_size_field() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal struct Point { public uint x; public uint argsz; }
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern unsafe int ioctl(int fd, nuint request, void* argument);

            public static unsafe int A(int fd, nuint request)
            {
                Point point = default;
                return ioctl(fd, request, &point);
            }
        }
        """);

    [Fact]
    public Task By_other_ways_to_pass_it() => Rule.Flags(
        RuleIds.ArgSizeIsNeverSet,
        """
        using IoctlSharp.Iommu;
        using IoctlSharp.Vfio;
        internal struct Status { public uint argsz; public uint flags; }
        [StructLayout(LayoutKind.Sequential)] internal struct iommu_ioas_alloc { public uint size; public uint flags; public uint out_ioas_id; }
        internal static unsafe class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, void* argument);
            [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)] static extern int Out(int fd, nuint request, out Status argument);
            [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)] static extern int Address(int fd, nuint request, IntPtr argument);
            static int Call<T>(int fd, nuint request, ref T argument) where T : unmanaged { fixed (T* pointer = &argument) return ioctl(fd, request, pointer); }

            public static uint A(int fd) => Out(fd, VfioIoctls.Commands.VFIO_GROUP_GET_STATUS.Number, [|out Status status|]) < 0 ? 0 : status.flags;
            public static uint B(int fd)
            {
                Status status = default;
                IntPtr memory = Marshal.AllocHGlobal(Marshal.SizeOf(status));
                Marshal.StructureToPtr(status, memory, false);
                int result = Address(fd, VfioIoctls.Commands.VFIO_GROUP_GET_STATUS.Number, [|memory|]);
                status = Marshal.PtrToStructure<Status>(memory);
                Marshal.FreeHGlobal(memory);
                return result < 0 ? 0 : status.flags;
            }
            public static int C(int fd) { Status status = new(); return Call(fd, VfioIoctls.Commands.VFIO_GROUP_GET_STATUS.Number, [|ref status|]); }
            public static int D(int fd) { Status status = new() { flags = 1 }; Status* pointer = &status; return ioctl(fd, VfioIoctls.Commands.VFIO_GROUP_GET_STATUS.Number, [|pointer|]); }
            public static int E(int fd) { iommu_ioas_alloc alloc = default; return ioctl(fd, IommufdIoctls.Commands.IOMMU_IOAS_ALLOC.Number, [|&alloc|]); }
        }
        """);

    [Fact]
    public Task A_declared_struct_whose_size_only_its_call_can_set() => Rule.Flags(
        RuleIds.ArgSizeIsNeverSet,
        """
        using IoctlSharp.Vfio;
        internal static unsafe class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, void* argument);
            public static int A(int fd) { VfioGroupStatus status = default; return ioctl(fd, VfioIoctls.Commands.VFIO_GROUP_GET_STATUS.Number, [|&status|]); }
            public static int B(int fd) { VfioDeviceFeature feature = default; return ioctl(fd, VfioIoctls.Commands.VFIO_DEVICE_FEATURE.Number, [|&feature|]); }
        }
        """,
        "'status' goes to the kernel with '_argsz' still 0, and the kernel answers EINVAL: call VfioIoctls.GetStatus, which sets it");

    [Fact]
    public Task Set_behind_the_call_that_is_made_again() => Rule.IsSilent(
        """
        internal struct Status { public uint argsz; public uint flags; }
        internal static unsafe class Raw
        {
            [DllImport("libc", SetLastError = true)] static extern int ioctl(int fd, nuint request, void* argument);

            [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)] static extern int Reference(int fd, nuint request, ref Status argument);
            public static int A(int fd, nuint request)
            {
                Status status = default;
                while (ioctl(fd, request, &status) < 0)
                    status.argsz = 8;
                return 0;
            }
            public static int B(int fd, nuint request)
            {
                Status status = default;
                int Call() => Reference(fd, request, ref status);
                status.argsz = 8;
                return Call();
            }
            public static int C(int fd, nuint request)
            {
                Status status = default;
                Status* pointer = &status;
                pointer->argsz = 8;
                return ioctl(fd, request, pointer);
            }
            public static int D(int fd, nuint request)
            {
                Size size = default;
                return ioctl(fd, request, &size);
            }
            private struct Size { public uint size; public uint flags; }
        }
        """);
}

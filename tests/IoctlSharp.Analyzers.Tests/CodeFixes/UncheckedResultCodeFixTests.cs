using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class UncheckedResultCodeFixTests
{
    [Fact]
    public Task An_import() => Fix.Makes<UncheckedResultCodeFix>(
        RuleIds.ErrnoIsDiscarded,
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
            public static unsafe void A(int fd, nuint request)
            {
                ioctl(fd, request, null); // once
                for (int i = 0; i < 3; i++)
                {
                    ioctl(fd, request, null);
                }
            }
        }
        """,
        """
        internal static class Raw
        {
            [DllImport("libc", SetLastError = true)] private static extern unsafe int ioctl(int fd, nuint request, void* argument);
            public static unsafe void A(int fd, nuint request)
            {
                if (ioctl(fd, request, null) < 0)
                    throw new System.ComponentModel.Win32Exception(System.Runtime.InteropServices.Marshal.GetLastPInvokeError()); // once
                for (int i = 0; i < 3; i++)
                {
                    if (ioctl(fd, request, null) < 0)
                        throw new System.ComponentModel.Win32Exception(System.Runtime.InteropServices.Marshal.GetLastPInvokeError());
                }
            }
        }
        """);

    [Fact]
    public Task What_was_really_done() => Fix.Makes<UncheckedResultCodeFix>(
        RuleIds.ResultMustBeRead,
        """
        using IoctlSharp.Iommu;
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioContainer container, Iommufd iommufd, IoasId ioas, ulong iova, DmaBuffer buffer)
            {
                container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = iova, Size = buffer.Size });
                iommufd.UnmapMemory(ioas, iova, 0x10000);
            }
        }
        """,
        """
        using IoctlSharp.Iommu;
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioContainer container, Iommufd iommufd, IoasId ioas, ulong iova, DmaBuffer buffer)
            {
                if (container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = iova, Size = buffer.Size }) != buffer.Size)
                    throw new System.InvalidOperationException("UnmapDma did less than it was asked for.");
                if (iommufd.UnmapMemory(ioas, iova, 0x10000) != 0x10000)
                    throw new System.InvalidOperationException("UnmapMemory did less than it was asked for.");
            }
        }
        """);

    [Fact]
    public Task What_was_asked_for_is_not_named() => Fix.IsNotOffered<UncheckedResultCodeFix>(
        RuleIds.ResultMustBeRead,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static void A(VfioContainer container, VfioContainer? other, in VfioIommuType1DmaUnmap unmap, ulong size)
            {
                container.UnmapDma(unmap);
                container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = 0, Size = size * 2 });
                other?.UnmapDma(new VfioIommuType1DmaUnmap { Iova = 0, Size = size });
                ulong done = container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = 0, Size = size });
            }
        }
        """);
}

using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class PageSizeCodeFixTests
{
    [Fact]
    public Task Products_and_masks() => Fix.Makes<PageSizeCodeFix>(
        RuleIds.PageSizeIsAssumed,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static VfioIommuType1DmaUnmap A(ulong iova, ulong pages) => new() { Iova = iova & ~0xffful, Size = pages * 4096 };
            public static VfioIommuType1DmaUnmap B(ulong iova, ulong size) => new() { Iova = iova, Size = (size + 0xfff) & ~4095ul };
        }
        """,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static VfioIommuType1DmaUnmap A(ulong iova, ulong pages) => new() { Iova = iova & ~((ulong)System.Environment.SystemPageSize - 1), Size = pages * (ulong)System.Environment.SystemPageSize };
            public static VfioIommuType1DmaUnmap B(ulong iova, ulong size) => new() { Iova = iova, Size = (size + ((ulong)System.Environment.SystemPageSize - 1)) & ~((ulong)System.Environment.SystemPageSize - 1) };
        }
        """);

    [Fact]
    public Task Shifts() => Fix.Makes<PageSizeCodeFix>(
        RuleIds.PageSizeIsAssumed,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static VfioIommuType1DmaUnmap A(ulong iova, int pages) => new() { Iova = iova, Size = (ulong)pages << 12 };
            public static VfioIommuType1DmaUnmap B(ulong iova, ulong pages) => new() { Iova = iova, Size = pages + 1 << 12 };
        }
        """,
        """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static VfioIommuType1DmaUnmap A(ulong iova, int pages) => new() { Iova = iova, Size = (ulong)pages * (ulong)System.Environment.SystemPageSize };
            public static VfioIommuType1DmaUnmap B(ulong iova, ulong pages) => new() { Iova = iova, Size = (pages + 1) * (ulong)System.Environment.SystemPageSize };
        }
        """);
}

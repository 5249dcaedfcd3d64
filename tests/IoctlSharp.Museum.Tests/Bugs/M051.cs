// M051: Something that was taken back is used
// Seen in: the difference of the headers of 6.1 and 7.3
// Outcome: CS0117

using IoctlSharp.Vfio;


internal static class Nesting
{
    public static int Has(VfioContainer container) => container.CheckExtension(VfioExtension.[|Type1NestingIommu|]);
}

// M041: A reserved field is written
// Seen in: iommufd.h: E2BIG or EOPNOTSUPP
// Outcome: IOCTL4031

[KernelStruct("query")]
public partial struct Query { public uint Id; [Reserved] public uint Reserved; }

internal static class Queries
{
    public static Query Make(uint id) => new() { Id = id, [|Reserved = 1|] };
}

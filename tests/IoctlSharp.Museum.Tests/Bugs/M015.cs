// M015: A size field is set from something else than the struct's size
// Seen in: isotes/tun-open#1 (that of a pointer); olback/user-idle-rs#7
// Outcome: IOCTL4015

internal struct Query { public uint argsz; public uint flags; public ulong address; }

internal static class Queries
{
    public static unsafe Query Make(ulong address)
    {
        Query query = default;
        query.argsz = [|(uint)sizeof(Query*)|];
        query.address = address;
        return query;
    }
}

namespace IoctlSharp.Interop;

/// <summary>Flags of libc calls whose values differ between machines, or that are used in more than one place.</summary>
internal static class LinuxFlags
{
    public const int ReadOnly = 0;
    public const int WriteOnly = 1;
    public const int ReadWrite = 2;

    public const int ProtRead = 1;
    public const int ProtWrite = 2;
    public const int MapShared = 1;
    public const int MapPrivate = 2;
    public const int MapHugeShift = 26;
    public const int AdviseDontFork = 10;

    public static int CloseOnExec => ProcessAbi.Current == LinuxAbi.Sparc64 ? 0x400000 : 0x80000;

    public static int NonBlocking => ProcessAbi.Current switch { LinuxAbi.Mips64el => 0x80, LinuxAbi.Sparc64 => 0x4000, _ => 0x800 };

    // Opening a terminal must not make it this process's controlling terminal.
    public static int NoControllingTty => ProcessAbi.Current switch { LinuxAbi.Mips64el => 0x800, LinuxAbi.Sparc64 => 0x8000, _ => 0x100 };

    public static int MapAnonymous => ProcessAbi.Current == LinuxAbi.Mips64el ? 0x800 : 0x20;

    public static int MapHugeTlb => ProcessAbi.Current == LinuxAbi.Mips64el ? 0x80000 : 0x40000;
}

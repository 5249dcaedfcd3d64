namespace IoctlSharp.Interop;

/// <summary>From a machine's own error numbers to asm-generic's, which <see cref="Errno"/> has.</summary>
internal static class RawErrno
{
    // 1..34 (errno-base.h) and the kernel's internal numbers from 512 on are the same everywhere.
    private const int LastCommon = 34;
    private const int FirstInternal = 512;
    private const int MipsEdquot = 1133;
    private const int PowerPCEdeadlock = 58;

    // A number that only this machine has: kept apart from asm-generic's, and still an error of the kernel (below 4096).
    private const int Unnamed = 2048;

    public static Errno Translate(int raw, LinuxAbi abi)
    {
        if (raw is > 0 and <= LastCommon)
            return (Errno)raw;
        if (raw is <= 0 or > 4095)
            return Errno.EIO; // not an error number: never let a failure look like success
        if (raw >= FirstInternal && raw != MipsEdquot)
            return (Errno)raw;

        switch (abi)
        {
            case LinuxAbi.Mips64el:
                return Known(MipsErrno.FromRaw(raw), raw);
            case LinuxAbi.Sparc64:
                return Known(SparcErrno.FromRaw(raw), raw);
            case LinuxAbi.Ppc64le when raw == PowerPCEdeadlock:
                return Errno.EDEADLK;
            default:
                return (Errno)raw;
        }
    }

    private static Errno Known(Errno error, int raw) => error != Errno.None ? error : (Errno)(Unnamed + raw);
}

using System.Collections.Generic;

namespace IoctlSharp.Generator.Reading;

/// <summary>
/// Knows where the numbers of <c>asm-generic/ioctls.h</c> differ between architectures: powerpc, mips and sparc have an
/// <c>asm/ioctls.h</c> of their own.
/// </summary>
public static class TerminalNumberEngine
{
    private const uint First = 0x5401; // TCGETS
    private const uint Last = 0x5460; // FIOQSIZE

    /// <summary>The properties of <c>[Ioctl]</c> that such a number needs.</summary>
    public static IEnumerable<string> Differing(uint number)
    {
        if (number is < First or > Last)
            yield break;
        if (DiffersOnPowerPC(number))
            yield return "NumberOnPowerPC";
        yield return "NumberOnMips";
        if (DiffersOnSparc(number))
            yield return "NumberOnSparc";
    }

    // termios, flow control, process groups, the output queue, the window size, FIONREAD, FIONBIO, FIO(N)CLEX, FIOASYNC, FIOQSIZE.
    private static bool DiffersOnPowerPC(uint number)
        => number is (>= 0x5401 and <= 0x540B) or (>= 0x540F and <= 0x5411) or 0x5413 or 0x5414 or 0x541B or 0x5421 or (>= 0x5450 and <= 0x5452) or 0x5460;

    // sparc kept TIOCLINUX, the serial configuration calls and TCSBRKP.
    private static bool DiffersOnSparc(uint number)
        => number is not (0x541C or 0x541E or 0x541F or 0x5425 or (>= 0x5453 and <= 0x545D));
}

using System;

namespace IoctlSharp.Generator.Layout;

/// <summary>
/// The macros of <c>asm/ioctl.h</c>. powerpc, mips and sparc have three direction bits, of which "none" is one, above 13 size bits;
/// all others have two above 14.
/// </summary>
public static class CommandEncodingEngine
{
    private const int SizeShift = 16;
    private const int TypeShift = 8;
    private const uint SparcReadWrite = 6;

    /// <summary>The data model of an ABI.</summary>
    public static DataModel DataModelOf(LinuxAbi abi) => abi switch
    {
        LinuxAbi.I386 => DataModel.I386,
        LinuxAbi.Arm => DataModel.Ilp32,
        _ => DataModel.Lp64,
    };

    /// <summary>
    /// The largest argument that a number can carry, in bytes. On sparc a 14th size bit overlaps the direction bit "none": an argument
    /// that is read or written has 14 bits as elsewhere.
    /// </summary>
    public static int MaxSize(LinuxAbi abi, IoctlMacro macro)
        => (1 << (HasThreeDirectionBits(abi) && (abi != LinuxAbi.Sparc64 || macro == IoctlMacro.IO) ? 13 : 14)) - 1;

    /// <summary>The number of a command.</summary>
    /// <param name="abi">The ABI.</param>
    /// <param name="macro">The macro of the command's definition.</param>
    /// <param name="type">The type ("magic").</param>
    /// <param name="nr">The number within the type.</param>
    /// <param name="size">The size of the macro's argument in bytes; 0 for <see cref="IoctlMacro.IO"/>, which has none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative or beyond <see cref="MaxSize"/>.</exception>
    public static uint Encode(LinuxAbi abi, IoctlMacro macro, byte type, byte nr, int size)
        => TryEncode(abi, macro, type, nr, size, out uint number)
            ? number
            : throw new ArgumentOutOfRangeException(nameof(size), size, $"The number of a command has room for an argument of 0 to {MaxSize(abi, macro)} bytes on {abi}.");

    /// <summary>The number of a command; false when its size does not fit.</summary>
    public static bool TryEncode(LinuxAbi abi, IoctlMacro macro, byte type, byte nr, int size, out uint number)
    {
        bool fits = size >= 0 && size <= MaxSize(abi, macro);
        number = fits ? (Direction(abi, macro) << DirectionShift(abi)) | ((uint)size << SizeShift) | ((uint)type << TypeShift) | nr : 0;
        return fits;
    }

    /// <summary>Takes a number apart; false when no macro makes its direction bits.</summary>
    public static bool TryDecode(LinuxAbi abi, uint number, out CommandParts parts)
    {
        uint direction = number >> DirectionShift(abi);
        // The 14th size bit is no direction.
        if (abi == LinuxAbi.Sparc64 && (direction & SparcReadWrite) != 0)
            direction &= SparcReadWrite;
        foreach (IoctlMacro macro in new[] { IoctlMacro.IO, IoctlMacro.IOR, IoctlMacro.IOW, IoctlMacro.IOWR })
        {
            if (Direction(abi, macro) == direction)
            {
                parts = new CommandParts(macro, (byte)(number >> TypeShift), (byte)number, (int)(number >> SizeShift) & MaxSize(abi, macro));
                return true;
            }
        }
        parts = default;
        return false;
    }

    private static bool HasThreeDirectionBits(LinuxAbi abi) => abi is LinuxAbi.Ppc64le or LinuxAbi.Mips64el or LinuxAbi.Sparc64;

    private static int DirectionShift(LinuxAbi abi) => HasThreeDirectionBits(abi) ? 29 : 30;

    private static uint Direction(LinuxAbi abi, IoctlMacro macro) => (HasThreeDirectionBits(abi), macro) switch
    {
        (true, IoctlMacro.IO) => 1,
        (true, IoctlMacro.IOR) => 2,
        (true, IoctlMacro.IOW) => 4,
        (true, _) => 6,
        (false, IoctlMacro.IO) => 0,
        (false, IoctlMacro.IOR) => 2,
        (false, IoctlMacro.IOW) => 1,
        (false, _) => 3,
    };
}

using System;
using System.Runtime.CompilerServices;
using IoctlSharp.Interop;

namespace IoctlSharp;

/// <summary>
/// What a macro of <c>asm/ioctl.h</c> puts into a command's number. powerpc, mips and sparc have three direction bits, of which "none" is
/// one, and 13 size bits; every other machine has two and 14. On sparc a 14th size bit overlaps the direction bit "none".
/// </summary>
public readonly struct IoctlEncoding : IEquatable<IoctlEncoding>
{
    private const int MaxSizeGeneric = (1 << 14) - 1;
    private const int MaxSizePowerPC = (1 << 13) - 1;

    /// <summary>The parts of a number.</summary>
    /// <param name="macro">The macro.</param>
    /// <param name="type">The type ("magic").</param>
    /// <param name="nr">The number within the type.</param>
    /// <param name="size">The size of the argument in bytes; 0 for <see cref="IoctlMacro.IO"/>.</param>
    public IoctlEncoding(IoctlMacro macro, byte type, byte nr, int size = 0)
    {
        Macro = macro;
        Type = type;
        Nr = nr;
        Size = size;
    }

    /// <summary>The macro.</summary>
    public IoctlMacro Macro { get; }

    /// <summary>The type ("magic").</summary>
    public byte Type { get; }

    /// <summary>The number within the type.</summary>
    public byte Nr { get; }

    /// <summary>The size of the argument in bytes, as the number has it.</summary>
    public int Size { get; }

    /// <summary>The number on a machine.</summary>
    /// <param name="abi">The machine's ABI.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size does not fit the size bits of that machine's numbers.</exception>
    public uint NumberOn(LinuxAbi abi) => (uint)Encode(Macro, Type, Nr, Size, abi);

    /// <summary>Takes a number apart. A legacy number looks like <c>_IO</c> with a type of its own.</summary>
    /// <param name="number">The number.</param>
    /// <param name="abi">The ABI of the machine that has it.</param>
    /// <param name="encoding">Its parts.</param>
    /// <returns>False when no macro makes such direction bits.</returns>
    public static bool TryDecode(uint number, LinuxAbi abi, out IoctlEncoding encoding)
    {
        bool three = ProcessAbi.EncodesDirectionInThreeBits(abi);
        uint direction = three ? number >> 29 : number >> 30;
        // sparc: beside "read" or "write" the lowest direction bit is a size bit.
        if (abi == LinuxAbi.Sparc64 && direction > 1)
            direction &= 6;
        IoctlMacro? macro = (three, direction) switch
        {
            (true, 1) or (false, 0) => IoctlMacro.IO,
            (_, 2) => IoctlMacro.IOR,
            (true, 4) or (false, 1) => IoctlMacro.IOW,
            (true, 6) or (false, 3) => IoctlMacro.IOWR,
            _ => null,
        };
        encoding = macro is null ? default : new IoctlEncoding(macro.Value, (byte)(number >> 8), (byte)number, (int)(number >> 16) & MaximumSize(macro.Value, abi));
        return macro is not null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int MaximumSize(IoctlMacro macro, LinuxAbi abi)
        => abi == LinuxAbi.Ppc64le || abi == LinuxAbi.Mips64el || (abi == LinuxAbi.Sparc64 && macro == IoctlMacro.IO) ? MaxSizePowerPC : MaxSizeGeneric;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nuint Encode(IoctlMacro macro, byte type, byte nr, int size, LinuxAbi abi)
    {
        bool three = abi == LinuxAbi.Ppc64le || abi == LinuxAbi.Mips64el || abi == LinuxAbi.Sparc64;
        if ((uint)size > (uint)MaximumSize(macro, abi))
            ThrowSize(size, MaximumSize(macro, abi));
        uint direction = three
            ? (macro == IoctlMacro.IO ? 1u : macro == IoctlMacro.IOR ? 2u : macro == IoctlMacro.IOW ? 4u : 6u) << 29
            : (macro == IoctlMacro.IO ? 0u : macro == IoctlMacro.IOR ? 2u : macro == IoctlMacro.IOW ? 1u : 3u) << 30;
        return direction | ((uint)size << 16) | ((uint)type << 8) | nr;
    }

    private static void ThrowSize(int size, int maximum) => throw new ArgumentOutOfRangeException(
        nameof(size), size, $"A command's number has room for an argument of 0 to {maximum} bytes on this machine: pass a shorter argument.");

    /// <inheritdoc />
    public bool Equals(IoctlEncoding other) => Macro == other.Macro && Type == other.Type && Nr == other.Nr && Size == other.Size;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is IoctlEncoding other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => ((int)Macro << 30) ^ (Size << 16) ^ (Type << 8) ^ Nr;

    /// <summary>The same parts.</summary>
    public static bool operator ==(IoctlEncoding left, IoctlEncoding right) => left.Equals(right);

    /// <summary>Other parts.</summary>
    public static bool operator !=(IoctlEncoding left, IoctlEncoding right) => !left.Equals(right);

    /// <summary>As C writes it, with the size in place of the type: <c>_IOW('T', 202, 4)</c>.</summary>
    public override string ToString()
    {
        string macro = Macro switch { IoctlMacro.IO => "_IO", IoctlMacro.IOR => "_IOR", IoctlMacro.IOW => "_IOW", _ => "_IOWR" };
        string type = Type is > 0x20 and < 0x7f ? $"'{(char)Type}'" : $"0x{Type:x2}";
        return Macro == IoctlMacro.IO && Size == 0 ? $"{macro}({type}, {Nr})" : $"{macro}({type}, {Nr}, {Size})";
    }
}

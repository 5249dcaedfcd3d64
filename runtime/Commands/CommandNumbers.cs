using System;

namespace IoctlSharp;

/// <summary>
/// What an <see cref="IoctlCommand"/> refers to. An object, so that a command is one reference: the throwing end of every call passes one, and a larger
/// struct would cost every call that succeeds a larger frame to clear.
/// </summary>
internal sealed class CommandNumbers
{
    public static readonly CommandNumbers None = OfMacro("", IoctlMacro.IO, 0, 0, 0, 0, 0);

    // Sizes by data model; of a legacy command: its numbers on most machines, on powerpc, on mips, on sparc.
    private readonly uint _first;
    private readonly uint _second;
    private readonly uint _third;
    private readonly uint _fourth;

    private CommandNumbers(string name, IoctlMacro macro, byte type, byte nr, bool isLegacy, uint first, uint second, uint third, uint fourth)
    {
        Name = name;
        Macro = macro;
        Type = type;
        Nr = nr;
        IsLegacy = isLegacy;
        _first = first;
        _second = second;
        _third = third;
        _fourth = fourth;
    }

    public string Name { get; }

    public IoctlMacro Macro { get; }

    public byte Type { get; }

    public byte Nr { get; }

    public bool IsLegacy { get; }

    public static CommandNumbers OfMacro(string name, IoctlMacro macro, byte type, byte nr, int sizeLp64, int sizeIlp32, int sizeI386) =>
        new(name, macro, type, nr, isLegacy: false, (uint)sizeLp64, (uint)sizeIlp32, (uint)sizeI386, 0);

    public static CommandNumbers OfLegacy(string name, uint number, uint powerPC, uint mips, uint sparc) =>
        new(name, IoctlMacro.IO, (byte)(number >> 8), (byte)number, isLegacy: true, number, powerPC, mips, sparc);

    public uint On(LinuxAbi abi)
    {
        if (IsLegacy)
            return abi switch { LinuxAbi.Ppc64le => _second, LinuxAbi.Mips64el => _third, LinuxAbi.Sparc64 => _fourth, _ => _first };
        uint size = abi switch { LinuxAbi.I386 => _third, LinuxAbi.Arm => _second, _ => _first };
        return (uint)IoctlEncoding.Encode(Macro, Type, Nr, (int)size, abi);
    }

    public bool IsSameAs(CommandNumbers other) =>
        string.Equals(Name, other.Name, StringComparison.Ordinal) && Macro == other.Macro && Type == other.Type && Nr == other.Nr && IsLegacy == other.IsLegacy
        && _first == other._first && _second == other._second && _third == other._third && _fourth == other._fourth;

    public int Hash() => StringComparer.Ordinal.GetHashCode(Name) ^ (int)_first ^ (Type << 8) ^ Nr;
}

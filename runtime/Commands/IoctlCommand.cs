using System;
using IoctlSharp.Interop;

namespace IoctlSharp;

/// <summary>A command as data: its C name, and its number on every machine.</summary>
public readonly struct IoctlCommand : IEquatable<IoctlCommand>
{
    private readonly CommandNumbers? _numbers;

    /// <summary>A command whose argument has one size everywhere.</summary>
    /// <param name="name">The C name.</param>
    /// <param name="macro">The macro of its <c>#define</c>.</param>
    /// <param name="type">The type ("magic").</param>
    /// <param name="nr">The number within the type.</param>
    /// <param name="size">The size in the number, in bytes; 0 for <see cref="IoctlMacro.IO"/>.</param>
    public IoctlCommand(string name, IoctlMacro macro, byte type, byte nr, int size = 0)
        : this(name, macro, type, nr, size, size, size)
    {
    }

    /// <summary>A command whose argument's size depends on the data model.</summary>
    /// <param name="name">The C name.</param>
    /// <param name="macro">The macro of its <c>#define</c>.</param>
    /// <param name="type">The type ("magic").</param>
    /// <param name="nr">The number within the type.</param>
    /// <param name="sizeLp64">The size in bytes on 64-bit machines.</param>
    /// <param name="sizeIlp32">The size on 32-bit machines that align 64-bit integers to 8 bytes.</param>
    /// <param name="sizeI386">The size on i386.</param>
    public IoctlCommand(string name, IoctlMacro macro, byte type, byte nr, int sizeLp64, int sizeIlp32, int sizeI386) =>
        _numbers = CommandNumbers.OfMacro(name, macro, type, nr, sizeLp64, sizeIlp32, sizeI386);

    private IoctlCommand(CommandNumbers numbers) => _numbers = numbers;

    /// <summary>A command whose number no macro made, as <c>FIONREAD</c>.</summary>
    /// <param name="name">The C name.</param>
    /// <param name="number">The number on most machines.</param>
    /// <param name="powerPC">The number on powerpc.</param>
    /// <param name="mips">The number on mips.</param>
    /// <param name="sparc">The number on sparc.</param>
    public static IoctlCommand Legacy(string name, uint number, uint powerPC, uint mips, uint sparc) =>
        new(CommandNumbers.OfLegacy(name, number, powerPC, mips, sparc));

    /// <summary>The C name.</summary>
    public string Name => Numbers.Name;

    /// <summary>The macro; <see cref="IoctlMacro.IO"/> for a legacy number.</summary>
    public IoctlMacro Macro => Numbers.Macro;

    /// <summary>The type ("magic").</summary>
    public byte Type => Numbers.Type;

    /// <summary>The number within the type.</summary>
    public byte Nr => Numbers.Nr;

    /// <summary>No macro made the number.</summary>
    public bool IsLegacy => Numbers.IsLegacy;

    /// <summary>The number in this process.</summary>
    public uint Number => NumberOn(ProcessAbi.Current);

    /// <summary>The number on a machine.</summary>
    /// <param name="abi">The machine's ABI.</param>
    /// <exception cref="ArgumentOutOfRangeException">The argument is larger than the size bits of that machine's numbers can say.</exception>
    public uint NumberOn(LinuxAbi abi) => Numbers.On(abi);

    /// <inheritdoc />
    public bool Equals(IoctlCommand other) => Numbers.IsSameAs(other.Numbers);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is IoctlCommand other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Numbers.Hash();

    /// <summary>The same name and the same numbers.</summary>
    public static bool operator ==(IoctlCommand left, IoctlCommand right) => left.Equals(right);

    /// <summary>Another name or other numbers.</summary>
    public static bool operator !=(IoctlCommand left, IoctlCommand right) => !left.Equals(right);

    /// <summary>The name, and the number in this process: <c>VFIO_IOMMU_MAP_DMA (0x3b71)</c>.</summary>
    public override string ToString() => $"{Name} (0x{Number:x})";

    private CommandNumbers Numbers => _numbers ?? CommandNumbers.None;
}

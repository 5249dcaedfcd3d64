using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Text;

namespace IoctlSharp.Tool.Proof;

/// <summary>Reads the initial bytes of variables out of an object file, of 32 or 64 bits and either byte order.</summary>
internal sealed class ElfObject
{
    private const int SymbolTable = 2;
    private const int NoBits = 8;

    private readonly byte[] _file;
    private readonly bool _is64;

    /// <exception cref="ToolException">It is no ELF object.</exception>
    public ElfObject(byte[] file)
    {
        if (file.Length < 64 || !file.AsSpan(0, 4).SequenceEqual("\u007fELF"u8))
            throw new ToolException("the compiler makes no ELF objects");
        _file = file;
        _is64 = file[4] == 2;
        IsBigEndian = file[5] == 2;
    }

    public bool IsBigEndian { get; }

    /// <summary>The bytes of each variable whose name begins like this.</summary>
    public Dictionary<string, byte[]> Variables(string prefix)
    {
        Dictionary<string, byte[]> variables = [];
        foreach ((int type, long offset, long size, int link, _) in Sections())
        {
            if (type != SymbolTable)
                continue;
            long names = Section(link).Offset;
            int length = _is64 ? 24 : 16;
            for (long symbol = offset; symbol < offset + size; symbol += length)
            {
                string name = Name(names + Word(symbol));
                if (name.StartsWith(prefix, StringComparison.Ordinal))
                    variables[name] = _is64
                        ? Bytes(Half(symbol + 6), Long(symbol + 8), Long(symbol + 16))
                        : Bytes(Half(symbol + 14), Word(symbol + 4), Word(symbol + 8));
            }
        }

        return variables;
    }

    private byte[] Bytes(int section, long offset, long size)
    {
        byte[] bytes = new byte[size];
        (int type, long start, _, _, _) = Section(section);
        if (type != NoBits)
            _file.AsSpan(checked((int)(start + offset)), bytes.Length).CopyTo(bytes);
        return bytes;
    }

    private IEnumerable<(int Type, long Offset, long Size, int Link, int Index)> Sections()
    {
        int count = Half(_is64 ? 0x3c : 0x30);
        for (int i = 0; i < count; i++)
            yield return Section(i);
    }

    private (int Type, long Offset, long Size, int Link, int Index) Section(int index)
    {
        long header = (_is64 ? Long(0x28) : Word(0x20)) + ((long)index * Half(_is64 ? 0x3a : 0x2e));
        return _is64
            ? ((int)Word(header + 4), Long(header + 24), Long(header + 32), (int)Word(header + 40), index)
            : ((int)Word(header + 4), Word(header + 16), Word(header + 20), (int)Word(header + 24), index);
    }

    private string Name(long offset)
    {
        ReadOnlySpan<byte> rest = _file.AsSpan((int)offset);
        return Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)0)]);
    }

    private int Half(long offset) => IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(At(offset)) : BinaryPrimitives.ReadUInt16LittleEndian(At(offset));

    private uint Word(long offset) => IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(At(offset)) : BinaryPrimitives.ReadUInt32LittleEndian(At(offset));

    private long Long(long offset) => IsBigEndian ? BinaryPrimitives.ReadInt64BigEndian(At(offset)) : BinaryPrimitives.ReadInt64LittleEndian(At(offset));

    private ReadOnlySpan<byte> At(long offset) => _file.AsSpan((int)offset);
}

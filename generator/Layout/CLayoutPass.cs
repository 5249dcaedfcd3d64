using System;
using System.Collections.Generic;

namespace IoctlSharp.Generator.Layout;

/// <summary>One computation: carries the data model down and the first fault up.</summary>
internal sealed class CLayoutPass(DataModel model)
{
    private const int MaxDepth = 64;
    private const int MaxVisits = 1 << 16;
    private const int MaxAlignment = 1 << 28;

    private readonly Stack<string> _path = new();
    private int _visits;

    internal LayoutFault? Fault { get; private set; }

    private int NativeSize => model == DataModel.Lp64 ? 8 : 4;

    internal StructLayout Compute(CStruct definition) => StructOf(definition, out _);

    private StructLayout StructOf(CStruct definition, out ByteRuns owned)
    {
        owned = new ByteRuns();
        var fields = new List<FieldLayout>(definition.Fields.Count);
        int alignment = Math.Max(1, RequestedAlignment(definition.Aligned));
        int end = 0;

        foreach (CField field in definition.Fields)
        {
            _path.Push(field.Name);
            CTypeLayout type = TypeOf(field.Type);
            int requested = RequestedAlignment(field.Aligned);
            int fieldAlignment = Math.Max(definition.Packed ? 1 : type.Alignment, requested);
            int start = definition.IsUnion ? 0 : end;
            int offset = AlignUp(start, fieldAlignment);
            if (!field.Bits.IsEmpty)
                CheckBits(field, type.Size, AlignUp(start, Math.Max(1, requested)), definition.Packed ? 1 : type.Alignment);
            if (!owned.TryAdd(type.Owned, offset))
                Report(LayoutFaultKind.TooComplex);
            fields.Add(new FieldLayout(field.Name, offset, type.Size));
            alignment = Math.Max(alignment, fieldAlignment);
            end = Math.Max(end, Saturate((long)offset + type.Size));
            _path.Pop();
        }

        int tailOffset = -1;
        if (definition.Tail is not null)
        {
            int tailAlignment = definition.Packed ? 1 : TypeOf(definition.Tail).Alignment;
            tailOffset = definition.IsUnion ? 0 : AlignUp(end, tailAlignment);
            alignment = Math.Max(alignment, tailAlignment);
            end = Math.Max(end, tailOffset);
        }

        int size = AlignUp(end, alignment);
        owned.Seal();
        return new StructLayout(size, alignment, fields, owned.HolesIn(size), tailOffset);
    }

    internal CTypeLayout TypeOf(CType type)
    {
        if (++_visits > MaxVisits || _path.Count > MaxDepth)
        {
            Report(LayoutFaultKind.TooComplex);
            return new CTypeLayout(0, 1, new ByteRuns());
        }
        return type switch
        {
            CType.Integer integer => IntegerOf(integer.Size),
            CType.Native => IntegerOf(NativeSize),
            CType.Array array => ArrayOf(array),
            CType.Struct nested => NestedOf(nested.Definition),
            _ => new CTypeLayout(0, 1, new ByteRuns()),
        };
    }

    private CTypeLayout IntegerOf(int size)
    {
        if (size is not (1 or 2 or 4 or 8))
        {
            Report(LayoutFaultKind.IntegerSize);
            return new CTypeLayout(0, 1, new ByteRuns());
        }
        // The System V ABI of i386 aligns a 64-bit integer to 4 bytes inside a struct.
        int alignment = model == DataModel.I386 ? Math.Min(size, 4) : size;
        return new CTypeLayout(size, alignment, ByteRuns.Of(size));
    }

    private CTypeLayout ArrayOf(CType.Array array)
    {
        // Arrays of arrays are the one nesting that adds no member to the path.
        _path.Push("");
        CTypeLayout element = TypeOf(array.Element);
        _path.Pop();
        int length = array.Length;
        if (length < 0)
        {
            Report(LayoutFaultKind.NegativeLength);
            length = 0;
        }
        var owned = new ByteRuns();
        if (!owned.TryAddElements(element.Owned, length, element.Size))
            Report(LayoutFaultKind.TooComplex);
        owned.Seal();
        return new CTypeLayout(Saturate((long)element.Size * length), element.Alignment, owned);
    }

    private CTypeLayout NestedOf(CStruct definition)
    {
        StructLayout layout = StructOf(definition, out ByteRuns owned);
        return new CTypeLayout(layout.Size, layout.Alignment, owned);
    }

    private void CheckBits(CField field, int wordSize, int start, int wordAlignment)
    {
        if (field.Type is not (CType.Integer or CType.Native))
        {
            Report(LayoutFaultKind.BitsOnNonInteger);
            return;
        }
        if (wordSize == 0)
            return;
        if (BitLayoutEngine.FaultOf(field.Bits, wordSize) is { } kind)
        {
            Report(kind);
            return;
        }
        // C moves a bit-field to the next unit of its type only when it would reach beyond the present one.
        int firstBit = start % wordAlignment * 8;
        if (firstBit != 0 && firstBit + field.Bits[0].Width <= wordSize * 8)
            Report(LayoutFaultKind.BitsStartBeforeWord);
    }

    private int RequestedAlignment(int bytes)
    {
        if (bytes >= 0 && bytes <= MaxAlignment && (bytes & (bytes - 1)) == 0)
            return bytes;
        Report(LayoutFaultKind.Alignment);
        return 0;
    }

    private int AlignUp(int offset, int alignment) => Saturate(((long)offset + alignment - 1) / alignment * alignment);

    private int Saturate(long value)
    {
        if (value <= int.MaxValue)
            return (int)value;
        Report(LayoutFaultKind.TooLarge);
        return int.MaxValue;
    }

    private void Report(LayoutFaultKind kind)
    {
        if (Fault is not null)
            return;
        var names = new List<string>(_path);
        names.RemoveAll(name => name.Length == 0);
        names.Reverse();
        Fault = new LayoutFault(kind, string.Join(".", names));
    }
}

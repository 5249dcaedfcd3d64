using System;
using System.Collections.Generic;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;
using IoctlSharp.Tool.Model;

namespace IoctlSharp.Tool.Layout;

/// <summary>Names every field of a struct as C does, at the place that the generator's layout engine gives it.</summary>
/// <param name="abi">The ABI.</param>
/// <param name="isOpened">Whether the fields of a struct within a struct are listed too; all are when it is null.</param>
internal sealed class PlacementEngine(LinuxAbi abi, Func<DeclaredStructModel, bool>? isOpened = null)
{
    private readonly DataModel _model = CommandEncodingEngine.DataModelOf(abi);

    public static bool IsBigEndian(LinuxAbi abi) => abi is LinuxAbi.S390x or LinuxAbi.Sparc64;

    public StructLayout LayoutOf(DeclaredStructModel type) => CLayoutEngine.Compute(type.Definition, _model);

    /// <summary>The fields, those of nested structs and unions behind their own.</summary>
    public IEnumerable<PlacedField> Fields(DeclaredStructModel type) => Fields(type, "", 0);

    private IEnumerable<PlacedField> Fields(DeclaredStructModel type, string prefix, int start)
    {
        StructLayout layout = LayoutOf(type);
        for (int i = 0; i < type.Members.Count; i++)
        {
            foreach (PlacedField field in Member(type.Members[i], type.Definition.Fields[i], layout.Fields[i], prefix, start))
                yield return field;
        }

        if (layout.TailOffset >= 0)
            yield return new PlacedField(prefix + type.TailName, start + layout.TailOffset, 0, Tail: CTypeName.Of(type.Definition.Tail!));
    }

    private IEnumerable<PlacedField> Member(MemberModel member, CField field, FieldLayout place, string prefix, int start)
    {
        int offset = start + place.Offset;
        if (!field.Bits.IsEmpty)
            return Bits(field, place.Size, member.IsBigEndian ?? IsBigEndian(abi), prefix, offset);
        return member.Names.Count == 0 && member.Nested is { } unnamed ? Fields(unnamed, prefix, offset) : Named(member, place.Size, prefix, offset);
    }

    private IEnumerable<PlacedField> Named(MemberModel member, int size, string prefix, int offset)
    {
        foreach (string name in member.Names)
        {
            yield return new PlacedField(prefix + name, offset, size);
            if (member.Nested is not { } nested || isOpened?.Invoke(nested) == false)
                continue;
            foreach (PlacedField inner in Fields(nested, $"{prefix}{name}.", offset))
                yield return inner;
        }
    }

    private static IEnumerable<PlacedField> Bits(CField field, int size, bool isBigEndian, string prefix, int offset)
    {
        BitLayoutEngine.TryCompute(field.Bits, size, out EquatableArray<BitLayout> bits);
        foreach (BitLayout bit in bits)
        {
            if (bit.Name.Length > 0)
                yield return new PlacedField(prefix + bit.Name, offset, size, isBigEndian ? bit.BigEndianShift : bit.LittleEndianShift, bit.Width, isBigEndian);
        }
    }
}

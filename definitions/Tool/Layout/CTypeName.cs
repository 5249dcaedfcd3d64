using IoctlSharp.Generator.Layout;

namespace IoctlSharp.Tool.Layout;

/// <summary>Writes a type as the kernel's headers do.</summary>
internal static class CTypeName
{
    public static string Of(CType type) => type switch
    {
        CType.Integer integer => $"__{(integer.Signed ? 's' : 'u')}{integer.Size * 8}",
        CType.Native native => native.Signed ? "long" : "unsigned long",
        CType.Array array => $"{Of(array.Element)}[{array.Length}]",
        CType.Struct nested => $"{(nested.Definition.IsUnion ? "union" : "struct")} {nested.Definition.Name}",
        _ => "void",
    };
}

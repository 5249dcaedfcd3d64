namespace IoctlSharp.Generator.Layout;

/// <summary>In what a C# struct differs from the C struct that it declares.</summary>
public enum LayoutDifferenceKind
{
    /// <summary>A field stands elsewhere.</summary>
    FieldOffset,

    /// <summary>A field has another size.</summary>
    FieldSize,

    /// <summary>The struct has another size.</summary>
    StructSize,

    /// <summary>The struct has another number of fields than C has members.</summary>
    FieldCount,

    /// <summary>The runtime does not load the struct.</summary>
    DoesNotLoad,
}

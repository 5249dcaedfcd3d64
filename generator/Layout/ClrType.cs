namespace IoctlSharp.Generator.Layout;

/// <summary>The type of a field of a blittable struct.</summary>
public abstract record ClrType
{
    private ClrType()
    {
    }

    /// <summary>An integer, an enum over one, or another primitive of 1, 2, 4 or 8 bytes.</summary>
    public sealed record Primitive(int Size) : ClrType;

    /// <summary>A pointer, <c>nint</c> or <c>nuint</c>.</summary>
    public sealed record Native : ClrType;

    /// <summary>A <c>fixed</c> buffer or an <c>[InlineArray]</c>.</summary>
    public sealed record Array(ClrType Element, int Length) : ClrType;

    /// <summary>A struct.</summary>
    public sealed record Struct(ClrStruct Definition) : ClrType;
}

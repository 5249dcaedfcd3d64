namespace IoctlSharp.Generator.Layout;

/// <summary>A C type as far as layout is concerned.</summary>
public abstract record CType
{
    private CType()
    {
    }

    /// <summary>A fixed-width integer (or an enum over one): <c>__u8</c> ... <c>__s64</c>.</summary>
    public sealed record Integer(int Size, bool Signed) : CType;

    /// <summary>A pointer, or an integer of its width: <c>void *</c>, <c>unsigned long</c>, <c>size_t</c>.</summary>
    public sealed record Native(bool Signed) : CType;

    /// <summary>A fixed array.</summary>
    public sealed record Array(CType Element, int Length) : CType;

    /// <summary>A nested struct or union.</summary>
    public sealed record Struct(CStruct Definition) : CType;
}

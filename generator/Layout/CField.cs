using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Layout;

/// <summary>One member of a C struct or union.</summary>
/// <param name="Name">The C name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Aligned">
/// The <c>__aligned__</c> of the member in bytes (8 for <c>__aligned_u64</c>); 0 when it has none. In a packed struct only an attribute of
/// the member itself counts: that of its type, as of <c>__aligned_u64</c>, does nothing there.
/// </param>
/// <param name="Bits">The bit-fields that share this storage word; empty for a plain member.</param>
public sealed record CField(string Name, CType Type, int Aligned = 0, EquatableArray<CBits> Bits = default);

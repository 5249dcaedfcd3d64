using System.Collections.Generic;

namespace IoctlSharp.Tool.Model;

/// <summary>What the C side of a struct does not say about one of its fields.</summary>
/// <param name="Names">The C names of its bytes: more than one where a union of one type is declared by aliases; empty when C gives the member no name.</param>
/// <param name="IsBigEndian">The byte order that the declaration fixes for a storage word; null for the machine's.</param>
/// <param name="Nested">The struct or union that it is; null for a scalar or an array.</param>
internal sealed record MemberModel(IReadOnlyList<string> Names, bool? IsBigEndian, DeclaredStructModel? Nested);

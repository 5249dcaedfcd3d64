using System.Collections.Generic;

namespace IoctlSharp.Tool.Proof;

/// <summary>What headers define.</summary>
/// <param name="Names">Macros that stand for something, and members of enums.</param>
/// <param name="Structs">Structs and unions by their tags, with the names of their members; those of unnamed unions and structs are their own.</param>
internal sealed record CHeaderModel(IReadOnlySet<string> Names, IReadOnlyDictionary<string, IReadOnlyList<CHeaderMember>> Structs);

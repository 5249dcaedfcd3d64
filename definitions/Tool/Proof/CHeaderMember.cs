namespace IoctlSharp.Tool.Proof;

/// <summary>A member of a struct.</summary>
internal sealed record CHeaderMember(string Name, bool IsBits);

namespace IoctlSharp.Generator.Model;

/// <summary>A number that no macro made.</summary>
public sealed record LegacyNumberModel(uint Number, uint PowerPC, uint Mips, uint Sparc);

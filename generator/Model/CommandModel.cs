using IoctlSharp.Generator.Layout;

namespace IoctlSharp.Generator.Model;

/// <summary>One command.</summary>
/// <param name="Name">The C name, a valid identifier.</param>
/// <param name="Header">The header that defines it; empty when not stated.</param>
/// <param name="Since">The version of Linux that the method came with; empty when not stated.</param>
/// <param name="Macro">The macro of the <c>#define</c>.</param>
/// <param name="Type">The type ("magic").</param>
/// <param name="Base">The group's base.</param>
/// <param name="Nr">The number behind the base.</param>
/// <param name="SizeType">The C type whose size the number encodes; null when there is none, or when it is known at run time only.</param>
/// <param name="Legacy">Set when no macro makes the number.</param>
/// <param name="Meanings">What the kernel means by an error.</param>
public sealed record CommandModel(
    string Name,
    string Header,
    string Since,
    IoctlMacro Macro,
    byte Type,
    byte Base,
    byte Nr,
    CType? SizeType,
    LegacyNumberModel? Legacy,
    EquatableArray<MeaningModel> Meanings)
{
    /// <summary>The whole number within the type.</summary>
    public int FullNr => Base + Nr;
}

namespace IoctlSharp.Generator.Layout;

/// <summary>A command's number taken apart.</summary>
/// <param name="Macro">The macro that makes such a number.</param>
/// <param name="Type">The type ("magic").</param>
/// <param name="Nr">The number within the type.</param>
/// <param name="Size">The size of the argument in bytes.</param>
public readonly record struct CommandParts(IoctlMacro Macro, byte Type, byte Nr, int Size);

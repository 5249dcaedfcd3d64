using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>A command whose number and argument are known.</summary>
/// <param name="Name">The C name.</param>
/// <param name="Number">The number on x86-64.</param>
/// <param name="IsSameEverywhere">Every architecture has that number.</param>
/// <param name="Form">What the argument is.</param>
/// <param name="Argument">The type behind the pointer; null when it is none, or not known.</param>
/// <param name="Size">Its bytes on 64-bit machines; 0 when not known.</param>
/// <param name="Method">The method that makes the call; null for a command of <see cref="LinuxCommands"/>.</param>
internal sealed record KnownCommandModel(string Name, uint Number, bool IsSameEverywhere, ArgumentForm Form, ITypeSymbol? Argument, int Size, IMethodSymbol? Method)
{
    /// <summary>The kernel writes to the argument after the call too: the caller gets its address back from USBDEVFS_REAPURB.</summary>
    public bool KeepsArgument => Method is null && Name == "USBDEVFS_SUBMITURB";

    /// <summary>What to write instead of a call by hand.</summary>
    public string Remedy => Method is null ? $"declare it with [Ioctl(..., Name = \"{Name}\")]" : $"call {Method.ContainingType.Name}.{Method.Name}";
}

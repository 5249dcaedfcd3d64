using System;
using IoctlSharp;

namespace VfioWalkthrough;

/// <summary>Says what is being done, and with <c>--explain</c> which ioctl is about to be made and with what.</summary>
internal sealed class Narrator(bool explains)
{
    public void Chapter(string title) => Console.WriteLine($"\n{title}");

    public void Say(string text) => Console.WriteLine($"  {text}");

    /// <param name="command">The command.</param>
    /// <param name="argument">Its argument: a struct prints its C names and values.</param>
    public void Explain(IoctlCommand command, object? argument = null)
    {
        if (explains)
            Console.WriteLine($"    {command}{(argument is null ? "" : " " + argument)}");
    }
}

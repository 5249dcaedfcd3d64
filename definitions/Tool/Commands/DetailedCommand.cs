using System.CommandLine;

namespace IoctlSharp.Tool.Commands;

/// <summary>A command whose own help says more than its line in the list of commands.</summary>
internal sealed class DetailedCommand(string name, string summary, string details) : Command(name, summary)
{
    /// <summary>To be called once it is known that its help may be asked for.</summary>
    public void Explain() => Description += $"\n\n{details}";
}

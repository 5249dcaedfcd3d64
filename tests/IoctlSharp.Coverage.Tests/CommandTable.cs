using System.Collections.Generic;
using System.Linq;
using System.Text;
using IoctlSharp.Vfio;

namespace IoctlSharp.Coverage.Tests;

/// <summary>The table as it must be: a row for each command and feature, its cells from the marks.</summary>
internal sealed class CommandTable
{
    private readonly ILookup<string, Mark> _marks;

    public CommandTable(IEnumerable<Mark> marks) => _marks = marks.ToLookup(mark => mark.Name);

    /// <summary>The names without a mark and without a reason.</summary>
    public IEnumerable<string> Missing => Names.Where(name => !_marks[name].Any() && !NotRunnable.Reasons.ContainsKey(name));

    /// <summary>The names in marks and reasons that no command or feature has.</summary>
    public IEnumerable<string> Unknown => _marks.Select(group => group.Key).Concat(NotRunnable.Reasons.Keys).Except(Names);

    /// <summary>The names with a reason that no longer holds.</summary>
    public IEnumerable<string> Stale => NotRunnable.Reasons.Keys.Where(name => _marks[name].Any());

    public string Text()
    {
        StringBuilder text = new("""
            # What runs where

            Every command and every device feature of the definitions: executed by a test in a virtual machine, refused there with an error that the
            test asserts, or neither and why. Written by `IOCTLSHARP_BLESS=1` from the marks of the tests (`[Covers]`), whose code must lead to a call of it.

            | Command | x86-64 | |
            |---|---|---|

            """);
        foreach (IoctlCommand command in KnownNames.Commands)
            text.Append($"| `{command.Name}` | 0x{command.NumberOn(LinuxAbi.X86_64):x} | {Cell(command.Name)} |\n");
        text.Append("\n| Feature of `VFIO_DEVICE_FEATURE` | | |\n|---|---|---|\n");
        foreach (VfioFeature feature in KnownNames.Features)
            text.Append($"| `{KnownNames.Of(feature)}` | {(uint)feature} | {Cell(KnownNames.Of(feature))} |\n");
        return text.ToString();
    }

    private static IEnumerable<string> Names => KnownNames.Commands.Select(command => command.Name).Concat(KnownNames.Features.Select(KnownNames.Of));

    private string Cell(string name)
    {
        if (NotRunnable.Reasons.TryGetValue(name, out string? reason))
            return $"not runnable: {reason}";
        IEnumerable<string> lines = _marks[name]
            .GroupBy(mark => (mark.Refused, mark.Guest.Kernel, What: What(mark)))
            .OrderBy(group => group.Key.Refused)
            .Select(group => $"{group.Key.What} on {group.Key.Kernel}: {string.Join(", ", group.Select(mark => $"`{mark.TestName}`").Distinct())}");
        return string.Join("<br>", lines);
    }

    // A feature is a command of the definitions always.
    private static string What(Mark mark) => mark switch
    {
        { Refused: not Errno.None } => $"refused with {mark.Refused}",
        _ when mark.Reach.Shipped.Contains(mark.Name) || !KnownNames.Commands.Any(command => command.Name == mark.Name) => "executed",
        _ => "executed, with data of a kind that the tests declare,",
    };
}

using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Emission;

/// <summary>
/// Writes what the errors of a group's commands mean. A method's own word comes first; what it does not say, another method of the same
/// command says for it. Outside the calls: it runs only when one has failed.
/// </summary>
public sealed class MeaningEmitter
{
    private readonly Dictionary<MethodModel, string> _names = [];
    private readonly List<(string Name, IReadOnlyList<MeaningModel> Meanings)> _tables = [];

    public MeaningEmitter(GroupModel group)
    {
        foreach (IGrouping<string, MethodModel> command in group.Methods.GroupBy(method => method.Command.Name))
        {
            int first = _tables.Count;
            foreach (MethodModel method in command)
                _names[method] = NameOf(method, Meanings(method, command), first);
        }
    }

    /// <summary>The method that knows what an error of this call means; empty when nothing is known.</summary>
    public string MethodFor(MethodModel method) => _names[method];

    public void Emit(CodeWriter writer)
    {
        foreach ((string name, IReadOnlyList<MeaningModel> meanings) in _tables)
        {
            writer.Line();
            using (writer.Block($"private static string? {name}(int result)"))
            {
                using (writer.Block($"switch ({Names.IoctlCall}.ErrorOf(result))"))
                {
                    foreach (MeaningModel meaning in meanings)
                    {
                        writer.Line($"case {Names.Errno}.{meaning.Error}:");
                        writer.Continuation($"return {Literal.String(meaning.Text)};");
                    }

                    writer.Line("default:");
                    writer.Continuation("return null;");
                }
            }
        }
    }

    // Methods of one command that mean the same share a table.
    private string NameOf(MethodModel method, IReadOnlyList<MeaningModel> meanings, int first)
    {
        if (meanings.Count == 0)
            return "";
        foreach ((string known, IReadOnlyList<MeaningModel> others) in _tables.Skip(first))
        {
            if (others.Count == meanings.Count && others.All(meanings.Contains))
                return known;
        }

        string name = "MeaningOf_" + method.Command.Name + (_tables.Count == first ? "" : $"_{_tables.Count - first + 1}");
        _tables.Add((name, meanings));
        return name;
    }

    private static IReadOnlyList<MeaningModel> Meanings(MethodModel method, IEnumerable<MethodModel> command)
        => method.Command.Meanings.Concat(command.SelectMany(other => other.Command.Meanings)).GroupBy(meaning => meaning.Error).Select(same => same.First()).ToList();
}

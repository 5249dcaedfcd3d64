using System.Text;

namespace IoctlSharp.Generator.Reading;

/// <summary>The mechanical mapping between C# and C names: <c>IovaPgsizes</c> is <c>iova_pgsizes</c>, <c>_argsz</c> is <c>argsz</c>.</summary>
public static class CNameEngine
{
    /// <summary>The C member of a C# field or parameter.</summary>
    public static string Member(string name) => Words(name).ToLowerInvariant();

    /// <summary>The C constant of an enum member.</summary>
    public static string Constant(string prefix, string name) => prefix + Words(name).ToUpperInvariant();

    /// <summary>The property that stands for a field: <c>_name</c> is <c>Name</c>.</summary>
    public static string Property(string name)
    {
        string bare = name.TrimStart('_');
        return bare.Length == 0 ? name : char.ToUpperInvariant(bare[0]) + bare.Substring(1);
    }

    private static string Words(string name)
    {
        string bare = name.TrimStart('_');
        StringBuilder text = new(bare.Length + 8);
        for (int i = 0; i < bare.Length; i++)
        {
            if (i > 0 && char.IsUpper(bare[i]) && StartsWord(bare, i))
                text.Append('_');
            text.Append(bare[i]);
        }

        return text.ToString();
    }

    // An upper-case letter starts a word behind a lower-case letter or a digit, and where it ends an acronym ("IRQInfo": irq_info).
    private static bool StartsWord(string name, int index)
        => name[index - 1] != '_'
            && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])));
}

using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Reading;

namespace IoctlSharp.Tool.Reading;

/// <summary>
/// Names the kind of file that a handle type stands for: the words of its name, without "safe" and "handle", and without the subsystem that its
/// namespace says already. <c>IoctlSharp.Vfio.VfioContainer</c> is a container; a bare descriptor is any file.
/// </summary>
internal static class FileKindEngine
{
    public static string Of(string type, string space)
    {
        if (type == nameof(System.Int32))
            return "any";
        List<string> words = [.. CNameEngine.Member(type).Split('_')];
        if (words.Count > 1 && words[^1] == "handle")
            words.RemoveAt(words.Count - 1);
        if (words.Count > 1 && (words[0] == "safe" || words[0] == CNameEngine.Member(space)))
            words.RemoveAt(0);
        return string.Join(' ', words.Where(word => word.Length > 0));
    }
}

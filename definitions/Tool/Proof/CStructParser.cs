using System.Collections.Generic;
using System.Linq;

namespace IoctlSharp.Tool.Proof;

/// <summary>Finds the bodies of structs, unions and enums among the tokens of C declarations, and the names declared in them.</summary>
internal sealed class CStructParser(IReadOnlyList<string> tokens)
{
    private readonly Dictionary<string, IReadOnlyList<CHeaderMember>> _structs = [];
    private readonly HashSet<string> _enumMembers = [];
    private int _next;

    public IReadOnlyDictionary<string, IReadOnlyList<CHeaderMember>> Structs => _structs;

    public IReadOnlySet<string> EnumMembers => _enumMembers;

    public void Parse()
    {
        while (_next < tokens.Count)
        {
            if (!ParseBody(out _))
                _next++;
        }
    }

    // struct [attributes] [tag] { ... }, or the same of union and enum; otherwise nothing is taken.
    private bool ParseBody(out IReadOnlyList<CHeaderMember> members)
    {
        members = [];
        int start = _next;
        string keyword = Peek();
        if (keyword is not ("struct" or "union" or "enum"))
            return false;
        _next++;
        SkipAttributes();
        string tag = IsIdentifier(Peek()) ? tokens[_next++] : "";
        SkipAttributes();
        if (Peek() != "{")
        {
            _next = start;
            return false;
        }

        _next++;
        if (keyword == "enum")
            ParseEnum();
        else
            members = ParseMembers();
        if (keyword != "enum" && tag.Length > 0)
            _structs[tag] = members;
        return true;
    }

    private void ParseEnum()
    {
        bool isName = true;
        for (; _next < tokens.Count && Peek() != "}"; _next++)
        {
            if (isName && IsIdentifier(Peek()))
                _enumMembers.Add(Peek());
            isName = Peek() == ",";
            if (Peek() == "(")
                SkipParentheses();
        }

        _next++;
    }

    private List<CHeaderMember> ParseMembers()
    {
        List<CHeaderMember> members = [];
        while (_next < tokens.Count && Peek() != "}")
            members.AddRange(ParseDeclaration());
        _next++;
        return members;
    }

    private IEnumerable<CHeaderMember> ParseDeclaration()
    {
        bool hasBody = ParseBody(out IReadOnlyList<CHeaderMember> inner);
        List<List<string>> declarators = [[]];
        for (; _next < tokens.Count && Peek() is not (";" or "}"); _next++)
        {
            if (Peek() is "__attribute__" or "_Alignas")
            {
                _next++;
                SkipParentheses();
            }
            else if (Peek() == ",")
            {
                declarators.Add([]);
            }
            else
            {
                declarators[^1].Add(Peek());
            }
        }

        if (Peek() == ";")
            _next++;
        CHeaderMember[] named = [.. declarators.Select(Declared).OfType<CHeaderMember>()];
        return hasBody && named.Length == 0 ? inner : named;
    }

    // "__u32 *a[4]", "b : 3", "(*c)(int)": the last name before brackets, a width, or in the first parentheses.
    private static CHeaderMember? Declared(List<string> declarator)
    {
        int end = declarator.FindIndex(token => token is "[" or ":");
        IEnumerable<string> head = end < 0 ? declarator : declarator.Take(end);
        if (declarator.IndexOf("(") is var open and >= 0)
            head = declarator.Skip(open).TakeWhile(token => token != ")");
        string? name = head.LastOrDefault(IsIdentifier);
        return name is null ? null : new CHeaderMember(name, end >= 0 && declarator[end] == ":");
    }

    private void SkipAttributes()
    {
        while (Peek() is "__attribute__" or "_Alignas")
        {
            _next++;
            SkipParentheses();
            _next++;
        }
    }

    // Leaves the closing one to be taken.
    private void SkipParentheses()
    {
        int depth = 0;
        for (; _next < tokens.Count; _next++)
        {
            depth += Peek() switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth == 0)
                return;
        }
    }

    private string Peek() => _next < tokens.Count ? tokens[_next] : "";

    private static bool IsIdentifier(string token) => token.Length > 0 && (char.IsLetter(token[0]) || token[0] == '_');
}

using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace IoctlSharp.Analyzers.Tests.Testing;

/// <summary>Source in which <c>[|x|]</c> marks the places of expected diagnostics.</summary>
internal sealed class Markup
{
    private Markup(string source, IReadOnlyList<TextSpan> spans)
    {
        Source = source;
        Spans = spans;
    }

    public string Source { get; }

    public IReadOnlyList<TextSpan> Spans { get; }

    public static Markup Parse(string marked)
    {
        StringBuilder source = new();
        List<TextSpan> spans = [];
        Stack<int> open = new();
        for (int i = 0; i < marked.Length; i++)
        {
            string two = i + 1 < marked.Length ? marked.Substring(i, 2) : "";
            if (two == "[|")
                open.Push(source.Length);
            else if (two == "|]")
                spans.Add(TextSpan.FromBounds(open.Pop(), source.Length));
            else
            {
                source.Append(marked[i]);
                continue;
            }

            i++;
        }

        return new Markup(source.ToString(), spans);
    }
}

using System;
using System.Text;

namespace IoctlSharp.Generator.Emission;

/// <summary>Writes indented C# text.</summary>
public sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string text = "")
    {
        if (text.Length > 0)
            _text.Append(' ', _depth * 4).Append(text);
        _text.Append('\n');
    }

    /// <summary>A line that starts at the margin: preprocessor directives.</summary>
    public void Directive(string text) => _text.Append(text).Append('\n');

    /// <summary>Several lines, indented as they stand relative to each other.</summary>
    public void Lines(string text)
    {
        foreach (string line in text.Split('\n'))
            Line(line);
    }

    /// <summary>An indented statement that belongs to the line before it.</summary>
    public void Continuation(string text)
    {
        _depth++;
        Line(text);
        _depth--;
    }

    /// <summary>A head and a pair of braces around what is written until the result is disposed.</summary>
    public Block Block(string head)
    {
        Line(head);
        Line("{");
        _depth++;
        return new Block(this);
    }

    internal void Close()
    {
        _depth--;
        Line("}");
    }

    public override string ToString() => _text.ToString();
}

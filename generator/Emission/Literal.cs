using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace IoctlSharp.Generator.Emission;

/// <summary>C# and XML spellings of text.</summary>
public static class Literal
{
    public static string String(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    public static string Xml(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (char character in text)
        {
            escaped.Append(character switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '\r' or '\n' => " ",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }
}

using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace IoctlSharp.Generator.Emission;

/// <summary>C# and XML spellings of text.</summary>
public static class Literal
{
    public static string String(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    public static string Bool(bool value) => value ? "true" : "false";

    /// <summary>What a summary says of the version of Linux that something came with; nothing when none is stated.</summary>
    public static string Since(string version) => version.Length > 0 ? $" Since Linux {Xml(version)}." : "";

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

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IoctlSharp.CodeFixes;

/// <summary>What differs between a node and what replaces it, where that is one thing: a piece that comes, a piece that goes, a word that becomes another.</summary>
internal static class TextEdit
{
    public static TextChange? Of(SyntaxNode old, SyntaxNode @new)
    {
        string before = old.ToFullString();
        string after = @new.ToFullString();
        int start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start])
            start++;
        int end = 0;
        while (end < before.Length - start && end < after.Length - start && before[before.Length - 1 - end] == after[after.Length - 1 - end])
            end++;
        string gone = before.Substring(start, before.Length - start - end);
        string come = after.Substring(start, after.Length - start - end);
        bool isOne = gone.Length == 0 || come.Length == 0 || (gone.IndexOf(' ') < 0 && come.IndexOf(' ') < 0);
        return isOne ? new TextChange(new TextSpan(old.FullSpan.Start + start, gone.Length), come) : null;
    }
}

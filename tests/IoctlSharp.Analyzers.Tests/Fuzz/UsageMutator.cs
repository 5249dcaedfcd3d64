using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IoctlSharp.Analyzers.Tests.Fuzz;

/// <summary>Does to the code around calls what typing does to it: odd expressions, statements twice, in branches, loops, handlers and lambdas, and operators that do not fit.</summary>
internal sealed class UsageMutator(Random random)
{
    private static readonly string[] s_expressions =
    [
        "default", "null", "1", "-1", "~0ul", "0x1000", "missing", "new()", "new() { }", "throw null!", "await x", "ref x", "out var y", "() => 1", "stackalloc byte[4]", "x with { }", "[1, 2]",
        "x ? 1 : 2", "x ?? 1", "(1, 2)", "&x", "*x", "x!", "x[^1]", "x..", "sizeof(int)", "typeof(int)", "nameof(x)", "checked((int)x)", "\"text\"", "x is { Flags: 0 }", "x switch { _ => 1 }", "base.x", "this",
    ];

    private static readonly string[] s_operators = ["+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>", "==", "!=", "<", "&&", "||", "??", "=", "|=", "&=", "+=", "<<=", "??="];

    private static readonly string[] s_frames =
    [
        "if (unknown) {{ {0} }}", "if (x == 1) {0} else {0}", "while (true) {{ {0} }}", "for (;;) {{ {0} continue; }}", "foreach (var item in items) {{ {0} }}", "try {{ {0} }} catch {{ {0} }} finally {{ {0} }}",
        "try {{ {0} }} catch (Exception e) when (e is null) {{ {0} throw; }}", "Action act = () => {{ {0} }}; act();", "void Local() {{ {0} }} Local();", "switch (x) {{ case 1: {0} break; default: goto case 1; }}",
        "{{ {0} return; }}", "lock (x) {{ {0} }}", "unsafe {{ fixed (int* p = x) {{ {0} }} }}", "again: {0} goto again;", "using (x) {{ {0} }}",
    ];

    /// <summary>Applies one to four mutations.</summary>
    public string Mutate(string source)
    {
        for (int i = random.Next(1, 5); i > 0; i--)
            source = Once(source);
        return source;
    }

    private string Once(string source)
    {
        CompilationUnitSyntax root = SyntaxFactory.ParseCompilationUnit(source, options: new CSharpParseOptions(LanguageVersion.Preview));
        return random.Next(6) switch
        {
            0 => Swap(source, root, () => Pick(s_expressions)),
            1 => Swap(source, root, () => Pick(Nodes<ExpressionSyntax>(root)).ToString()),
            2 => Nodes<StatementSyntax>(root) is { Count: > 0 } statements && Pick(statements) is var statement ? Replace(source, statement.Span, string.Format(Pick(s_frames), statement)) : source,
            3 => Nodes<StatementSyntax>(root) is { Count: > 0 } statements ? Replace(source, new TextSpan(Pick(statements).SpanStart, 0), Pick(statements) + " ") : source,
            4 => root.DescendantTokens().Where(token => token.Parent is BinaryExpressionSyntax or AssignmentExpressionSyntax).ToList() is { Count: > 0 } operators ? Replace(source, Pick(operators).Span, Pick(s_operators)) : source,
            _ => Nodes<ArgumentSyntax>(root) is { Count: > 0 } arguments ? Replace(source, new TextSpan(Pick(arguments).SpanStart, 0), Pick(["ref ", "out ", "in ", "value: ", "!", "-", "(uint)", "1, "])) : source,
        };
    }

    private string Swap(string source, CompilationUnitSyntax root, Func<string> text)
        => Nodes<ExpressionSyntax>(root).Where(expression => expression is not TypeSyntax || expression.Parent is ExpressionSyntax).ToList() is { Count: > 0 } expressions ? Replace(source, Pick(expressions).Span, text()) : source;

    private static List<TNode> Nodes<TNode>(SyntaxNode root) => root.DescendantNodes().OfType<TNode>().ToList();

    private static string Replace(string source, TextSpan span, string text) => source[..span.Start] + text + source[span.End..];

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}

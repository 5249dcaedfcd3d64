using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using IoctlSharp.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.Analyzers.Tests.Documentation;

/// <summary>What the test class of a rule tries, counted in its source.</summary>
internal sealed class RuleCases
{
    private static readonly ILookup<string, string> s_files = Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests", "IoctlSharp.Analyzers.Tests"), "*Tests.cs", SearchOption.AllDirectories)
        .ToLookup(path => Path.GetFileNameWithoutExtension(path));

    private readonly Dictionary<string, MethodDeclarationSyntax[]> _methods;

    private RuleCases(ClassDeclarationSyntax tests)
    {
        _methods = tests.Members.OfType<MethodDeclarationSyntax>().GroupBy(method => method.Identifier.ValueText).ToDictionary(group => group.Key, group => group.ToArray());
        MethodDeclarationSyntax[] cases = [.. _methods.Values.SelectMany(group => group).Where(method => Attributes(method, "Fact", "Theory").Any())];
        MethodDeclarationSyntax[] flagged = [.. cases.Where(method => Reaches(method, "Flags", "FlagsLines"))];

        int runs = flagged.Sum(method => Math.Max(1, Attributes(method, "InlineData").Count()));
        int marks = flagged.Sum(method => method.DescendantTokens().Sum(token => token.Text.Split("[|").Length - 1));
        Flagged = Math.Max(runs, marks);
        Silent = cases.Count(method => Reaches(method, "IsSilent"));
        HasMessage = Calls(tests).Any(call => Target(call) == "Flags" && call.ArgumentList.Arguments is var arguments
            && arguments.Where((argument, index) => argument.NameColon?.Name.Identifier.ValueText == "message" || argument.NameColon is null && index == 2).Any());
    }

    /// <summary>How many places, or how many runs, have to be flagged.</summary>
    public int Flagged { get; }

    /// <summary>How many look-alikes have to stay silent.</summary>
    public int Silent { get; }

    /// <summary>Whether a whole message is compared.</summary>
    public bool HasMessage { get; }

    public static RuleCases Of(string rule)
    {
        string path = s_files[rule + "Tests"].Single();
        return new RuleCases(CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Single(type => type.Identifier.ValueText == rule + "Tests"));
    }

    // A class may have a form of its own of asking.
    private bool Reaches(MethodDeclarationSyntax method, params string[] targets)
        => Calls(method).Any(call => targets.Contains(Target(call)) && call.Expression is MemberAccessExpressionSyntax
            || call.Expression is IdentifierNameSyntax own && _methods.TryGetValue(own.Identifier.ValueText, out MethodDeclarationSyntax[]? next) && next.Any(other => other != method && Reaches(other, targets)));

    private static IEnumerable<InvocationExpressionSyntax> Calls(CSharpSyntaxNode node) => node.DescendantNodes().OfType<InvocationExpressionSyntax>();

    private static string? Target(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Rule" } } access => access.Name.Identifier.ValueText,
        _ => null,
    };

    private static IEnumerable<AttributeSyntax> Attributes(MethodDeclarationSyntax method, params string[] names)
        => method.AttributeLists.SelectMany(list => list.Attributes).Where(attribute => names.Contains(attribute.Name.ToString()));
}

namespace IoctlSharp.Analyzers.Rules;

/// <summary>What a rule is about; the first digit of its id says the same.</summary>
public static class RuleCategories
{
    public const string Declaration = "IoctlSharp.Declaration";
    public const string Layout = "IoctlSharp.Layout";
    public const string Number = "IoctlSharp.Number";
    public const string CallSite = "IoctlSharp.CallSite";
    public const string Lifetime = "IoctlSharp.Lifetime";
    public const string Environment = "IoctlSharp.Environment";
}

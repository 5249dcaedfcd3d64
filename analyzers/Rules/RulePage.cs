namespace IoctlSharp.Analyzers.Rules;

/// <summary>Where the page of a rule stands.</summary>
public static class RulePage
{
    public const string Folder = "https://github.com/ioctlsharp/ioctlsharp/blob/main/analyzers/docs/";

    public static string Of(string id) => $"{Folder}{id}.md";
}

namespace IoctlSharp.Generator;

/// <summary>The named steps of the pipeline, for tests of what an edit makes run again.</summary>
public static class StepNames
{
    public const string Structs = nameof(Structs);
    public const string Unions = nameof(Unions);
    public const string Constants = nameof(Constants);
    public const string Groups = nameof(Groups);
    public const string RefusedCalls = nameof(RefusedCalls);
}

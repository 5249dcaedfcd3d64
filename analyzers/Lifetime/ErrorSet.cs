using System.Collections.Immutable;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>Error numbers; 0 stands for success.</summary>
/// <param name="IsAllBut">Whether it is all numbers but those listed.</param>
/// <param name="Listed">The numbers.</param>
internal sealed record ErrorSet(bool IsAllBut, ImmutableHashSet<long> Listed)
{
    public static ErrorSet All { get; } = new(true, ImmutableHashSet<long>.Empty);

    public static ErrorSet None { get; } = new(false, ImmutableHashSet<long>.Empty);

    public static ErrorSet Success { get; } = Only(0);

    public static ErrorSet Failure { get; } = Success.Not();

    /// <summary>Whether it is every failure there is, and no success.</summary>
    public bool IsAnyFailure => IsAllBut && Listed.Count == 1 && Listed.Contains(0);

    public static ErrorSet Only(long error) => new(false, ImmutableHashSet.Create(error));

    public ErrorSet Not() => new(!IsAllBut, Listed);

    public ErrorSet And(ErrorSet other) => (IsAllBut, other.IsAllBut) switch
    {
        (true, true) => new(true, Listed.Union(other.Listed)),
        (true, false) => new(false, other.Listed.Except(Listed)),
        (false, true) => new(false, Listed.Except(other.Listed)),
        _ => new(false, Listed.Intersect(other.Listed)),
    };

    public ErrorSet Or(ErrorSet other) => Not().And(other.Not()).Not();
}

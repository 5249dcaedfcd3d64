using System;

namespace IoctlSharp.Definitions.Tests.Since;

/// <summary>What the definitions record of one C name, and what the headers say of it.</summary>
/// <param name="Where">The C# declaration that the record belongs on.</param>
/// <param name="Own">Its own <c>[Since]</c>.</param>
/// <param name="Holder">The <c>[Since]</c> of the type that holds it.</param>
/// <param name="Truth">The first kernel with it and the one before; null when no kernel has it.</param>
internal sealed record SinceRecord(string Where, Version? Own, Version? Holder, (Version? After, Version First)? Truth)
{
    /// <summary>What is wrong with the record; empty when nothing is.</summary>
    public string Complaint()
    {
        if (Truth is not var (after, first))
            return $"{Where}: in none of the headers";
        if (Own is not null && Own == Holder)
            return $"{Where}: [Since(\"{Own}\")] is its type's already";
        Version? recorded = Own ?? Holder;
        if (after is null)
            return recorded is null ? "" : $"{Where}: [Since(\"{recorded}\")], but {first} has it";
        if (recorded is null)
            return $"{Where}: no [Since], but {after} does not have it: [Since(\"{first}\")]";
        return recorded > after && recorded <= first ? "" : $"{Where}: [Since(\"{recorded}\")], but it appeared after {after} and by {first}";
    }
}

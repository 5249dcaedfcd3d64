using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Contracts;

/// <summary>What the declaration of a field says about its value.</summary>
/// <param name="Field">The field.</param>
internal sealed record FieldContract(IFieldSymbol Field)
{
    public ImmutableArray<ContractCondition> ValidWhen { get; init; } = ImmutableArray<ContractCondition>.Empty;

    public ImmutableArray<ContractCondition> ZeroWhen { get; init; } = ImmutableArray<ContractCondition>.Empty;

    public ImmutableArray<ulong> ExactlyOne { get; init; } = ImmutableArray<ulong>.Empty;

    public ImmutableArray<ulong> AtLeastOne { get; init; } = ImmutableArray<ulong>.Empty;

    public ImmutableArray<FlagPair> Excludes { get; init; } = ImmutableArray<FlagPair>.Empty;

    public ImmutableArray<FlagPair> Requires { get; init; } = ImmutableArray<FlagPair>.Empty;

    /// <summary>What the value is a multiple of; 0 for nothing.</summary>
    public int AlignedTo { get; init; }

    public bool IsPageAligned { get; init; }

    /// <summary>What says what the value is a multiple of; null when a number does.</summary>
    public IFieldSymbol? AlignedToField { get; init; }

    public ContractCondition? AlignedToWhen { get; init; }

    public bool IsPowerOfTwo { get; init; }

    public ContractCondition? PowerOfTwoWhen { get; init; }

    public bool IsNonZero { get; init; }

    public ContractCondition? NonZeroUnless { get; init; }

    public ContractCondition? NonZeroWhen { get; init; }

    public (long Minimum, long Maximum)? Range { get; init; }

    public ContractCondition? RangeWhen { get; init; }

    /// <summary>The values that the kernel never takes.</summary>
    public IReadOnlyList<ulong> Refused { get; init; } = [];

    /// <summary>The flags with which something stands behind the struct.</summary>
    public ulong TailWhen { get; init; }

    public bool IsArgSize { get; init; }

    public bool IsReserved { get; init; }

    public bool IsTailCount { get; init; }

    public bool IsCapabilityOffset { get; init; }

    public bool IsDmaMemory { get; init; }

    public bool IsCallMemory { get; init; }

    public bool MustBeRead { get; init; }

    public bool IsOwnedFd { get; init; }

    /// <summary>Whether a value that reaches the kernel can break it.</summary>
    public bool LimitsValues
        => IsReserved || IsPageAligned || IsPowerOfTwo || IsNonZero || AlignedTo > 0 || AlignedToField is not null || Range is not null || TailWhen != 0 || Refused.Count > 0
            || !ValidWhen.IsEmpty || !ZeroWhen.IsEmpty || !ExactlyOne.IsEmpty || !AtLeastOne.IsEmpty || !Excludes.IsEmpty || !Requires.IsEmpty;
}

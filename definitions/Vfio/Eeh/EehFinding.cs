using System;

namespace IoctlSharp.Vfio;

/// <summary>What an <see cref="EehDetector"/> found.</summary>
public readonly struct EehFinding : IEquatable<EehFinding>
{
    internal EehFinding(EehEvidence evidence, EehState state)
    {
        Evidence = evidence;
        State = state;
    }

    /// <summary>What was suspicious.</summary>
    public EehEvidence Evidence { get; }

    /// <summary>The state that the container reported then; <see cref="EehState.Normal"/> when nothing was suspicious, and it was not asked.</summary>
    public EehState State { get; }

    /// <summary>The container confirmed it: do not use the device until it has recovered. A value that is all ones by right is none.</summary>
    public bool IsFrozen => Evidence != EehEvidence.None && State != EehState.Normal;

    /// <inheritdoc />
    public bool Equals(EehFinding other) => Evidence == other.Evidence && State == other.State;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is EehFinding other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => ((int)Evidence << 16) ^ (int)State;

    /// <summary>The same evidence and the same state.</summary>
    public static bool operator ==(EehFinding left, EehFinding right) => left.Equals(right);

    /// <summary>Other evidence or another state.</summary>
    public static bool operator !=(EehFinding left, EehFinding right) => !left.Equals(right);

    /// <summary>Evidence and state.</summary>
    public override string ToString() => Evidence == EehEvidence.None ? "nothing suspicious" : $"{Evidence}, {State}";
}

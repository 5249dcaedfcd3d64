namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>How long an address stays one of the same thing.</summary>
internal enum AddressHold
{
    /// <summary>Nothing holds what it is of: the garbage collector may move it at any time.</summary>
    Nothing,

    /// <summary>A statement does: <c>fixed</c>, or the <c>using</c> of a pin.</summary>
    Statement,

    /// <summary>A <c>GCHandle</c> does, until it is freed.</summary>
    Handle,

    /// <summary>It is memory of the stack, and lasts as long as the method.</summary>
    Method,
}

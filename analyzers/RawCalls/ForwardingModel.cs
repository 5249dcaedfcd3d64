namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Which parameters of a method go on to libc's <c>ioctl</c>.</summary>
/// <param name="Request">The ordinal of the request.</param>
/// <param name="Argument">The ordinal of the argument behind it; -1 when that is none of the parameters.</param>
/// <param name="IsByAddress">It is the parameter's address that goes on.</param>
internal sealed record ForwardingModel(int Request, int Argument, bool IsByAddress)
{
    /// <summary>The import itself.</summary>
    public static readonly ForwardingModel Import = new(1, 2, false);

    /// <summary>The import of a command without an argument.</summary>
    public static readonly ForwardingModel ShortImport = new(1, -1, false);
}

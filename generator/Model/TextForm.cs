namespace IoctlSharp.Generator.Model;

/// <summary>How <c>ToString</c> prints a field.</summary>
public enum TextForm
{
    /// <summary>Not at all: reserved, or what a union holds.</summary>
    None,

    /// <summary>Decimal.</summary>
    Number,

    /// <summary>Hexadecimal: addresses, pointers.</summary>
    Hexadecimal,

    /// <summary>By the C names of its enum.</summary>
    Constants,

    /// <summary>By its own <c>ToString</c>.</summary>
    Nested,

    /// <summary>An array.</summary>
    Elements,

    /// <summary>Set by the call: printed as it will be sent.</summary>
    Size,
}

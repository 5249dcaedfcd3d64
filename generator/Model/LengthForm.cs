namespace IoctlSharp.Generator.Model;

/// <summary>What a length field counts.</summary>
public enum LengthForm
{
    /// <summary>The elements.</summary>
    Elements,

    /// <summary>The bytes of all elements.</summary>
    Bytes,

    /// <summary>The bytes of one element.</summary>
    BytesOfOne,
}

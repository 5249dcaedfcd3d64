namespace IoctlSharp;

/// <summary>The byte order of a word that the kernel or a device defines.</summary>
public enum ByteOrder
{
    /// <summary>That of the machine: what C bit-fields in the kernel's headers have.</summary>
    Native,

    /// <summary>Least significant byte first, on every machine.</summary>
    LittleEndian,

    /// <summary>Most significant byte first, on every machine.</summary>
    BigEndian,
}

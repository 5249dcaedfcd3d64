namespace IoctlSharp.Vfio;

/// <summary>What made a read suspicious.</summary>
public enum EehEvidence
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The value read has all bits set, which is what a bus answers for a device that does not.</summary>
    AllOnes,

    /// <summary>The read failed with ENODEV or EIO.</summary>
    ReadFailed,
}

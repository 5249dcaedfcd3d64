namespace IoctlSharp.Vfio;

/// <summary>What an <see cref="EehDetector"/> reads: a device in a container, or a substitute that can freeze at will.</summary>
internal interface IEehReader
{
    /// <summary>Reads 32 bits of a region; the error is ENODEV or EIO, and others are thrown.</summary>
    Errno Read(VfioPciRegion region, ulong offset, out uint value);

    EehState ReadState();
}

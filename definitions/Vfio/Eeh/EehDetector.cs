using System;

namespace IoctlSharp.Vfio;

/// <summary>
/// Tells whether EEH has frozen a device. A frozen device answers every read with all ones, or the read fails; either can have another cause, so each is
/// confirmed by asking the container for its state. The state is that of the container: the device is frozen, or another of the container's groups is.
/// </summary>
public sealed class EehDetector
{
    // Revision and class: hardware behind it on every device, and all ones on none.
    private const ulong RevisionAndClass = 8;

    private readonly IEehReader _reader;

    /// <summary>A detector for a device.</summary>
    /// <param name="container">The container, with EEH enabled (<see cref="VfioIoctls.EnableEeh"/>).</param>
    /// <param name="device">The device, of a group in the container.</param>
#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    public EehDetector(VfioContainer container, VfioDevice device)
        : this(new VfioEehReader(container ?? throw new ArgumentNullException(nameof(container)), device ?? throw new ArgumentNullException(nameof(device))))
    {
    }

    internal EehDetector(IEehReader reader) => _reader = reader;

    /// <summary>Reads the device's revision and class, which VFIO does not virtualise, and judges what comes.</summary>
    /// <exception cref="IoctlException">The container's state cannot be had.</exception>
    public EehFinding CheckConfig() => Check(VfioPciRegion.Config, RevisionAndClass);

    /// <summary>Reads 32 bits of the configuration space and judges what comes.</summary>
    /// <param name="offset">The offset in bytes, a multiple of 4.</param>
    /// <exception cref="ArgumentException">VFIO answers for that offset from a copy of its own, whatever the device does: ids, command and status, BARs, ROM, capability pointer, interrupt line.</exception>
    /// <exception cref="IoctlException">The container's state cannot be had.</exception>
    public EehFinding CheckConfig(ulong offset) => IsVirtualised(offset)
        ? throw new ArgumentException($"VFIO virtualises the configuration space at 0x{offset:x}: it would be read without the device. Offset 8 is the device's own.", nameof(offset))
        : Check(VfioPciRegion.Config, offset);

    /// <summary>Reads 32 bits of a BAR through the kernel and judges what comes. Take a register that reading does not change and that is never all ones.</summary>
    /// <param name="region">The BAR.</param>
    /// <param name="offset">The offset in bytes, a multiple of 4.</param>
    /// <exception cref="IoctlException">The device has no such BAR, or the container's state cannot be had.</exception>
    public EehFinding CheckBar(VfioPciRegion region, ulong offset) => region <= VfioPciRegion.Bar5
        ? Check(region, offset)
        : throw new ArgumentOutOfRangeException(nameof(region), region, "A BAR is one of Bar0 to Bar5.");

    /// <summary>Judges a value that was read from a mapped BAR or from the configuration space.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="IoctlException">The container's state cannot be had.</exception>
    public EehFinding Judge(byte value) => Judge(value == byte.MaxValue);

    /// <inheritdoc cref="Judge(byte)" />
    public EehFinding Judge(ushort value) => Judge(value == ushort.MaxValue);

    /// <inheritdoc cref="Judge(byte)" />
    public EehFinding Judge(uint value) => Judge(value == uint.MaxValue);

    /// <inheritdoc cref="Judge(byte)" />
    public EehFinding Judge(ulong value) => Judge(value == ulong.MaxValue);

    private static bool IsVirtualised(ulong offset) => offset is < 0x08 or (>= 0x10 and < 0x28) or (>= 0x30 and < 0x38) or (>= 0x3c and < 0x40);

    private EehFinding Check(VfioPciRegion region, ulong offset)
    {
        if (offset % sizeof(uint) != 0)
            throw new ArgumentException($"0x{offset:x} is not a multiple of 4: the device would see more than one access.", nameof(offset));
        return _reader.Read(region, offset, out uint value) == Errno.None
            ? Judge(value)
            : new EehFinding(EehEvidence.ReadFailed, _reader.ReadState());
    }

    private EehFinding Judge(bool isAllOnes) => isAllOnes ? new EehFinding(EehEvidence.AllOnes, _reader.ReadState()) : default;
}

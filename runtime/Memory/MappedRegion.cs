using System;
using System.Buffers.Binary;
using System.IO;
using System.Runtime.InteropServices;
#if NET
using System.Runtime.Versioning;
#endif
using IoctlSharp.Interop;

namespace IoctlSharp;

/// <summary>
/// Device registers in this process's memory. Every access is one load or store of exactly its width, in program order with other memory accesses, in the
/// region's byte order; offsets are checked for bounds and alignment, and the region is not unmapped under an access.
/// </summary>
public sealed unsafe class MappedRegion : SafeHandle
{
    private static readonly IntPtr s_failed = new(-1);

    private readonly bool _swap;

    private MappedRegion(ulong length, FileAccess access, ByteOrder byteOrder)
        : base(s_failed, ownsHandle: true)
    {
        Access = access;
        Length = length;
        ByteOrder = byteOrder;
        _swap = byteOrder != ByteOrder.Native && (byteOrder == ByteOrder.LittleEndian) != BitConverter.IsLittleEndian;
    }

    /// <summary>The length in bytes.</summary>
    public ulong Length { get; }

    /// <summary>What it is mapped for.</summary>
    public FileAccess Access { get; }

    /// <summary>The byte order of its registers.</summary>
    public ByteOrder ByteOrder { get; }

    /// <summary>Where it stands in this process, for as long as it is mapped; for another device's DMA, not for access by the processor.</summary>
    /// <exception cref="ObjectDisposedException">The region is unmapped.</exception>
    public UserPointer Address => IsClosed ? throw new ObjectDisposedException(nameof(MappedRegion)) : (UserPointer)handle;

    /// <inheritdoc />
    public override bool IsInvalid => handle == s_failed;

    /// <summary>Reads 8 bits.</summary>
    /// <param name="offset">The register's offset in bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The register does not lie within the region.</exception>
    /// <exception cref="InvalidOperationException">The region is not mapped to read.</exception>
    /// <exception cref="ObjectDisposedException">The region is unmapped.</exception>
    public byte Read8(ulong offset)
    {
        byte value = RegisterAccess.Load8(Enter(offset, sizeof(byte), FileAccess.Read));
        LeaveRead();
        return value;
    }

    /// <summary>Reads 16 bits.</summary>
    /// <param name="offset">The register's offset in bytes, a multiple of 2.</param>
    /// <exception cref="ArgumentException">The register is not aligned, or does not lie within the region.</exception>
    /// <exception cref="InvalidOperationException">The region is not mapped to read.</exception>
    /// <exception cref="ObjectDisposedException">The region is unmapped.</exception>
    public ushort Read16(ulong offset)
    {
        ushort value = RegisterAccess.Load16(Enter(offset, sizeof(ushort), FileAccess.Read));
        LeaveRead();
        return _swap ? BinaryPrimitives.ReverseEndianness(value) : value;
    }

    /// <summary>Reads 32 bits.</summary>
    /// <param name="offset">The register's offset in bytes, a multiple of 4.</param>
    /// <exception cref="ArgumentException">The register is not aligned, or does not lie within the region.</exception>
    /// <exception cref="InvalidOperationException">The region is not mapped to read.</exception>
    /// <exception cref="ObjectDisposedException">The region is unmapped.</exception>
    public uint Read32(ulong offset)
    {
        uint value = RegisterAccess.Load32(Enter(offset, sizeof(uint), FileAccess.Read));
        LeaveRead();
        return _swap ? BinaryPrimitives.ReverseEndianness(value) : value;
    }

    /// <summary>Reads 64 bits.</summary>
    /// <param name="offset">The register's offset in bytes, a multiple of 8.</param>
    /// <exception cref="ArgumentException">The register is not aligned, or does not lie within the region.</exception>
    /// <exception cref="InvalidOperationException">The region is not mapped to read.</exception>
    /// <exception cref="ObjectDisposedException">The region is unmapped.</exception>
    /// <exception cref="PlatformNotSupportedException">A 32-bit process cannot make one access of it.</exception>
    public ulong Read64(ulong offset)
    {
        RequireWide();
        ulong value = RegisterAccess.Load64(Enter(offset, sizeof(ulong), FileAccess.Read));
        LeaveRead();
        return _swap ? BinaryPrimitives.ReverseEndianness(value) : value;
    }

    /// <summary>Writes 8 bits.</summary>
    /// <param name="offset">The register's offset in bytes.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The register does not lie within the region.</exception>
    /// <exception cref="InvalidOperationException">The region is not mapped to write.</exception>
    /// <exception cref="ObjectDisposedException">The region is unmapped.</exception>
    public void Write8(ulong offset, byte value)
    {
        byte* register = Enter(offset, sizeof(byte), FileAccess.Write);
        RegisterAccess.OrderWithMemory();
        RegisterAccess.Store8(register, value);
        DangerousRelease();
    }

    /// <summary>Writes 16 bits.</summary>
    /// <param name="offset">The register's offset in bytes, a multiple of 2.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The register is not aligned, or does not lie within the region.</exception>
    /// <exception cref="InvalidOperationException">The region is not mapped to write.</exception>
    /// <exception cref="ObjectDisposedException">The region is unmapped.</exception>
    public void Write16(ulong offset, ushort value)
    {
        byte* register = Enter(offset, sizeof(ushort), FileAccess.Write);
        RegisterAccess.OrderWithMemory();
        RegisterAccess.Store16(register, _swap ? BinaryPrimitives.ReverseEndianness(value) : value);
        DangerousRelease();
    }

    /// <summary>Writes 32 bits.</summary>
    /// <param name="offset">The register's offset in bytes, a multiple of 4.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The register is not aligned, or does not lie within the region.</exception>
    /// <exception cref="InvalidOperationException">The region is not mapped to write.</exception>
    /// <exception cref="ObjectDisposedException">The region is unmapped.</exception>
    public void Write32(ulong offset, uint value)
    {
        byte* register = Enter(offset, sizeof(uint), FileAccess.Write);
        RegisterAccess.OrderWithMemory();
        RegisterAccess.Store32(register, _swap ? BinaryPrimitives.ReverseEndianness(value) : value);
        DangerousRelease();
    }

    /// <summary>Writes 64 bits.</summary>
    /// <param name="offset">The register's offset in bytes, a multiple of 8.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The register is not aligned, or does not lie within the region.</exception>
    /// <exception cref="InvalidOperationException">The region is not mapped to write.</exception>
    /// <exception cref="ObjectDisposedException">The region is unmapped.</exception>
    /// <exception cref="PlatformNotSupportedException">A 32-bit process cannot make one access of it.</exception>
    public void Write64(ulong offset, ulong value)
    {
        RequireWide();
        byte* register = Enter(offset, sizeof(ulong), FileAccess.Write);
        RegisterAccess.OrderWithMemory();
        RegisterAccess.Store64(register, _swap ? BinaryPrimitives.ReverseEndianness(value) : value);
        DangerousRelease();
    }

    /// <summary>Length and address.</summary>
    public override string ToString() => IsClosed ? "MappedRegion (unmapped)" : $"MappedRegion ({Length} bytes at {(UserPointer)handle})";

    /// <inheritdoc />
    protected override bool ReleaseHandle() => Libc.Munmap(handle, (nuint)Length) == 0;

#if NET
    [SupportedOSPlatform("linux")]
#endif
    internal static MappedRegion Map(int fd, ulong offset, ulong length, FileAccess access, ByteOrder byteOrder, string file)
    {
        if (length == 0 || length > unchecked((nuint)ulong.MaxValue) >> 1)
            throw new ArgumentOutOfRangeException(nameof(length), length, "A mapping has at least one byte, and at most what the address space has.");
        int protection = access switch
        {
            FileAccess.Read => LinuxFlags.ProtRead,
            FileAccess.Write => LinuxFlags.ProtWrite,
            FileAccess.ReadWrite => LinuxFlags.ProtRead | LinuxFlags.ProtWrite,
            _ => throw new ArgumentOutOfRangeException(nameof(access), access, "A region is mapped to read, to write or for both."),
        };

        var region = new MappedRegion(length, access, byteOrder);
        nint address = MappedMemory.Map((nuint)length, protection, LinuxFlags.MapShared, fd, offset);
        if (address == s_failed)
        {
            Errno error = LastError.Read();
            throw LastError.Failure(
                $"Mapping {length} bytes at 0x{offset:x} of {file} ({access})", error,
                error == Errno.EINVAL ? $"offset and length must be multiples of the page size ({Libc.PageSize()}), within a region that can be mapped" : null);
        }

        region.SetHandle((IntPtr)address);
        return region;
    }

    // Checked first, acquired last: nothing between here and the release can throw.
    private byte* Enter(ulong offset, uint width, FileAccess access)
    {
        if ((Access & access) == 0)
            throw new InvalidOperationException($"The region is mapped for {Access} only: map it for {access} too.");
        if (offset > Length || Length - offset < width)
            throw new ArgumentOutOfRangeException(nameof(offset), offset, $"A register of {width} bytes at 0x{offset:x} does not lie within the {Length} bytes of the region.");
        if ((offset & (width - 1)) != 0)
            throw new ArgumentException($"A register of {width} bytes at 0x{offset:x} is not aligned to its size: the bus would see more than one access.", nameof(offset));
        bool acquired = false;
        DangerousAddRef(ref acquired);
        return (byte*)handle + offset;
    }

    private void LeaveRead()
    {
        RegisterAccess.OrderWithMemory();
        DangerousRelease();
    }

    private static void RequireWide()
    {
        if (sizeof(nint) != sizeof(long))
            throw new PlatformNotSupportedException("A 32-bit process cannot access 64 bits at once: read or write the halves with Read32 and Write32, in the order that the device wants.");
    }
}

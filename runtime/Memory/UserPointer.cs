using System;
using System.Runtime.InteropServices;

namespace IoctlSharp;

/// <summary>
/// A <c>__u64</c> that carries an address of this process: 8 bytes on every machine, zero-extended from 32 bits. It keeps nothing alive and
/// pins nothing.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct UserPointer : IEquatable<UserPointer>
{
    /// <summary>An address.</summary>
    /// <param name="value">The address.</param>
    public UserPointer(ulong value) => Value = value;

    /// <summary>The address of memory that the kernel keeps using after the call.</summary>
    /// <param name="buffer">The memory.</param>
    /// <param name="offset">An offset into it, in bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside the buffer.</exception>
    /// <exception cref="ObjectDisposedException">The buffer is freed.</exception>
    public static UserPointer From(DmaBuffer buffer, ulong offset = 0)
    {
        if (buffer is null)
            throw new ArgumentNullException(nameof(buffer));
        if (offset >= buffer.Size)
            throw new ArgumentOutOfRangeException(nameof(offset), offset, $"The buffer has {buffer.Size} bytes.");
        return new UserPointer(buffer.Address.Value + offset);
    }

    /// <summary>The address.</summary>
    public ulong Value { get; }

    /// <summary>An address as the runtime has it.</summary>
    public static explicit operator UserPointer(IntPtr address) => new((nuint)(nint)address);

    /// <summary>An address as C# has it.</summary>
    public static unsafe explicit operator UserPointer(void* address) => new((nuint)address);

    /// <inheritdoc />
    public bool Equals(UserPointer other) => Value == other.Value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is UserPointer other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>The same address.</summary>
    public static bool operator ==(UserPointer left, UserPointer right) => left.Value == right.Value;

    /// <summary>Another address.</summary>
    public static bool operator !=(UserPointer left, UserPointer right) => left.Value != right.Value;

    /// <summary>The address in hexadecimal.</summary>
    public override string ToString() => $"0x{Value:x}";
}

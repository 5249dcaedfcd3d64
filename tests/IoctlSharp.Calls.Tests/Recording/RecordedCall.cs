using System;

namespace IoctlSharp.Calls.Tests.Recording;

/// <summary>One ioctl as the kernel would have seen it.</summary>
/// <param name="Fd">The file.</param>
/// <param name="Request">All 64 bits of the request.</param>
/// <param name="Argument">The third argument as a number.</param>
/// <param name="Bytes">What stood behind it.</param>
/// <param name="Behind">What stood behind the pointer fields that the test named, in that order; null behind a null pointer.</param>
internal sealed record RecordedCall(int Fd, ulong Request, ulong Argument, byte[] Bytes, byte[]?[] Behind)
{
    public string Hex => Convert.ToHexStringLower(Bytes);
}

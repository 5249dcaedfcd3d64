using System;
using System.IO;
using System.Runtime.InteropServices;

namespace IoctlSharp.Vfio;

/// <summary>Reads a device in a container, through the kernel: a BAR that is mapped would be read without an error even when it is not there.</summary>
#if NET
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
internal sealed class VfioEehReader(VfioContainer container, VfioDevice device) : IEehReader
{
    public Errno Read(VfioPciRegion region, ulong offset, out uint value)
    {
        ulong start = device.GetRegionInfo((uint)region).Value.Offset;
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        value = 0;
        try
        {
            device.ReadExactly(bytes, start + offset);
        }
        catch (IOException exception) when ((Errno)exception.HResult is Errno.ENODEV or Errno.EIO)
        {
            return (Errno)exception.HResult;
        }

        value = MemoryMarshal.Read<uint>(bytes);
        return Errno.None;
    }

    public EehState ReadState() => container.GetEehState();
}

using System.Runtime.InteropServices;

namespace IoctlSharp.Interop;

/// <summary><c>struct pollfd</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PollFd
{
    public const short In = 1;

    public int Fd;
    public short Events;
    public short Returned;
}

using System;
using Microsoft.Win32.SafeHandles;

namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>A SafeHandle that is not ours.</summary>
public sealed class OtherHandle : SafeHandleMinusOneIsInvalid
{
    public OtherHandle(IntPtr fd, bool ownsHandle)
        : base(ownsHandle) => SetHandle(fd);

    public int Released { get; private set; }

    protected override bool ReleaseHandle()
    {
        Released++;
        return true;
    }
}

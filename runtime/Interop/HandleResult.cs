using System;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace IoctlSharp.Interop;

/// <summary>A new fd for a handle object that was made before the call, so that nothing can fail between them. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HandleResult
{
    /// <summary>The handle owns the fd from here on.</summary>
    /// <param name="handle">A handle that holds nothing yet.</param>
    /// <param name="fd">The fd.</param>
    /// <exception cref="NotSupportedException">netstandard2.0: the handle is no <see cref="DeviceHandle"/>. The fd is closed.</exception>
    public static void Adopt(SafeHandle handle, int fd)
    {
        if (handle is DeviceHandle device)
        {
            device.Adopt(fd);
            return;
        }

#if NET
        Marshal.InitHandle(handle, fd);
#else
        Libc.Close(fd);
        throw new NotSupportedException($"{handle.GetType()} cannot take over a new file descriptor on this runtime: derive it from IoctlSharp.DeviceHandle.");
#endif
    }
}

using System;

namespace IoctlSharp.Vfio;

/// <summary>Asynchronous commands to a subchannel.</summary>
[Flags]
[KernelConstants("VFIO_CCW_ASYNC_CMD_", Header = "linux/vfio_ccw.h")]
public enum CcwAsyncCommands : uint
{
    /// <summary>Halt it.</summary>
    [CName("VFIO_CCW_ASYNC_CMD_HSCH")]
    HaltSubchannel = 1u << 0,

    /// <summary>Clear it.</summary>
    [CName("VFIO_CCW_ASYNC_CMD_CSCH")]
    ClearSubchannel = 1u << 1,
}

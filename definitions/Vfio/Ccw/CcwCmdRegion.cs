namespace IoctlSharp.Vfio;

/// <summary>The region of asynchronous commands of a channel subsystem device (s390).</summary>
[KernelStruct("ccw_cmd_region", Header = "linux/vfio_ccw.h", Packed = true)]
public partial struct CcwCmdRegion
{
    /// <summary>The command: one.</summary>
    [ExactlyOne(CcwAsyncCommands.HaltSubchannel | CcwAsyncCommands.ClearSubchannel)] public CcwAsyncCommands Command;

    /// <summary>The result: 0, or a negative error number of the host.</summary>
    [CName("ret_code")] public uint ReturnCode;
}

namespace IoctlSharp.Vfio;

/// <summary>The I/O region of a channel subsystem device (s390): written to start a channel program, read for its result.</summary>
[KernelStruct("ccw_io_region", Header = "linux/vfio_ccw.h", Packed = true)]
public unsafe partial struct CcwIoRegion
{
    private fixed byte _orbArea[12];
    private fixed byte _scswArea[12];
    private fixed byte _irbArea[96];

    /// <summary>The result: 0, or a negative error number of the host.</summary>
    [CName("ret_code")] public uint ReturnCode;
}

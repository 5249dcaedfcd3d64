namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>A head of 8 bytes with anything behind it, as vfio_device_feature is.</summary>
[KernelStruct("featured"), Tail("data", typeof(byte))]
public partial struct Featured
{
    [ArgSize] private uint _argsz;
    public Modes Flags;
}

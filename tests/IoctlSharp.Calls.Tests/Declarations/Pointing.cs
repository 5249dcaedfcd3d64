namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>Pointers, lengths and fds: 56 bytes.</summary>
[KernelStruct("pointing")]
public partial struct Pointing
{
    [ArgSize] private uint _argsz;
    public uint Length;
    public UserPointer Data;
    public ulong More;
    public nint Last;
    public byte MoreLength;
    public int Fd;
    public uint OutFd;
    public ulong Result;
}

namespace IoctlSharp.Calls.Tests.Declarations;

[KernelConstants("OP_")]
public enum Operation : ushort
{
    Nothing,
    Start,
    Stop = 7,
}

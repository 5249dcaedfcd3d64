namespace IoctlSharp.Generator.Layout;

/// <summary>The macro of <c>asm/ioctl.h</c> in a command's <c>#define</c>. Kept equal to the runtime's enum of the same name by a test.</summary>
public enum IoctlMacro
{
    IO,
    IOR,
    IOW,
    IOWR,
}

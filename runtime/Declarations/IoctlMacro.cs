namespace IoctlSharp;

/// <summary>The macro that a command's <c>#define</c> uses (<c>asm/ioctl.h</c>). Named after the macro: "read" and "write" mean opposite things to the two sides.</summary>
public enum IoctlMacro
{
    /// <summary><c>_IO(type, nr)</c>: no size in the number. Says nothing about the direction: all of VFIO is <c>_IO</c>.</summary>
    IO,

    /// <summary><c>_IOR(type, nr, argument)</c>.</summary>
    IOR,

    /// <summary><c>_IOW(type, nr, argument)</c>.</summary>
    IOW,

    /// <summary><c>_IOWR(type, nr, argument)</c>.</summary>
    IOWR,
}

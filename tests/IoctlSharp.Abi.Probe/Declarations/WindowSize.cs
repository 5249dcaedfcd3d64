namespace IoctlSharp.Abi.Probe.Declarations;

/// <summary>The size of a terminal's window.</summary>
[KernelStruct("winsize", Header = "asm-generic/termios.h")]
internal partial struct WindowSize
{
    [CName("ws_row")] public ushort Row;
    [CName("ws_col")] public ushort Col;
    [CName("ws_xpixel")] public ushort Width;
    [CName("ws_ypixel")] public ushort Height;
}

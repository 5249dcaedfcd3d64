using IoctlSharp;

namespace CodeFix;

/// <summary>The size of a terminal's window, without the word that lets the generator complete it.</summary>
[KernelStruct("winsize", Header = "asm-generic/termios.h")]
public struct WindowSize
{
    /// <summary>Height in characters.</summary>
    [CName("ws_row")]
    public ushort Rows;

    /// <summary>Width in characters.</summary>
    [CName("ws_col")]
    public ushort Columns;

    /// <summary>Width in pixels.</summary>
    [CName("ws_xpixel")]
    public ushort Width;

    /// <summary>Height in pixels.</summary>
    [CName("ws_ypixel")]
    public ushort Height;
}

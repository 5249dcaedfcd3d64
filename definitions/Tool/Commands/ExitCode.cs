namespace IoctlSharp.Tool.Commands;

/// <summary>What the tool returns to the shell.</summary>
internal static class ExitCode
{
    public const int Agrees = 0;
    public const int Differs = 1;
    public const int Failed = 2;
}

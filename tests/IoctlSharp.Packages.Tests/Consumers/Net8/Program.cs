using System;
using System.Runtime.Versioning;
using IoctlSharp;
using Terminals;

[assembly: SupportedOSPlatform("linux")]

TerminalClaims.Check();
#if WITH_FIXED_BUFFER
InterfaceClaims.Check();
#endif
int[] sizes = [24, 25, 43, 50];
using Terminal terminal = new("/dev/ptmx");
foreach (int rows in sizes)
{
    terminal.SetWindowSize(new WindowSize { Rows = (ushort)rows, Columns = 80 });
    Claims.Same("rows", terminal.GetWindowSize() is { Rows: var seen, Columns: 80 } ? seen : -1, rows);
}

Claims.Report(Console.Out);

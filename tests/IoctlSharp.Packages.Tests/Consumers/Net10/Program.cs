using System;
using System.Runtime.Versioning;
using IoctlSharp;
using Terminals;

[assembly: SupportedOSPlatform("linux")]

TerminalClaims.Check();
#if WITH_FIXED_BUFFER
InterfaceClaims.Check();
#endif
using Terminal terminal = new("/dev/ptmx");
terminal.Size = new WindowSize { Rows = 50, Columns = 80 };
Claims.Same("rows", terminal.Size.Rows, (ushort)50);
Claims.Same("what ends up in no file", terminal.Describe().Contains("ws_col"), true);
Claims.Report(Console.Out);

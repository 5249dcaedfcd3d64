using System;
using Terminals;

TerminalClaims.Check();
#if WITH_FIXED_BUFFER
InterfaceClaims.Check();
#endif
Claims.Report(Console.Out);

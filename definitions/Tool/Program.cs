using System;
using System.CommandLine;
using System.CommandLine.Help;
using System.IO;
using System.Linq;
using System.Text;
using IoctlSharp.Tool;
using IoctlSharp.Tool.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Command root = new("ioctlsharp", """
    Reads what an assembly declares of Linux drivers' interfaces with IoctlSharp.

    Exit status: 0 all agrees, 1 something differs, 2 it could not be done (wrong usage, a file that cannot be read, a compiler that fails).
    """)
{
    new HelpOption(),
    new VersionOption(),
    ManifestCommand.Create(),
    VerifyCommand.Create(),
    DecodeCommand.Create(),
};

ParseResult arguments = root.Parse(args);
if (arguments.Errors.Count > 0)
{
    foreach (string message in arguments.Errors.Select(error => error.Message))
        Console.Error.WriteLine($"ioctlsharp: {message}");
    Console.Error.WriteLine("Try 'ioctlsharp --help'.");
    return ExitCode.Failed;
}

if (arguments.CommandResult.Command is DetailedCommand asked)
    asked.Explain();
try
{
    return arguments.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (ToolException exception)
{
    Console.Error.WriteLine($"ioctlsharp: {exception.Message}");
    return ExitCode.Failed;
}
catch (IOException exception)
{
    // Whoever read our output has gone away: 'ioctlsharp manifest ... | head'.
    Console.Error.WriteLine($"ioctlsharp: {exception.Message}");
    return ExitCode.Failed;
}

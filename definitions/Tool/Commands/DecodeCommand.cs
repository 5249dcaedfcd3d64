using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Tool.Layout;
using IoctlSharp.Tool.Model;
using IoctlSharp.Tool.Reading;

namespace IoctlSharp.Tool.Commands;

/// <summary><c>ioctlsharp decode</c>.</summary>
internal static class DecodeCommand
{
    private const string Details = """
        The number is taken apart as <asm/ioctl.h> of the architecture puts it together; powerpc, mips and sparc have other bits than the rest. Then
        come the commands with that number, each with the kind of file that takes it: one number may be several commands. Known are those of
        IoctlSharp.Definitions (VFIO, iommufd, uacce) and of each --assembly.

        The exit status is 0 when a command with that number is known, 1 when none is.

        Example: ioctlsharp decode 0x20003b71 --arch ppc64le
        """;

    public static Command Create()
    {
        Argument<uint> number = new("NUMBER")
        {
            Description = "Decimal, or hexadecimal behind 0x.",
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                bool isHexadecimal = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
                if (!uint.TryParse(isHexadecimal ? text[2..] : text, isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out uint value))
                    result.AddError($"'{text}' is no number of 32 bits: write it in decimal, or in hexadecimal behind 0x.");
                return value;
            },
        };
        Option<string> arch = new("--arch") { Description = "The architecture; this machine's unless given.", DefaultValueFactory = _ => ThisMachine(), HelpName = string.Join('|', AbiName.Names) };
        arch.AcceptOnlyFromAmong([.. AbiName.Names]);
        Option<string[]> assemblies = new("--assembly") { Description = "A .NET assembly whose commands are to be known too.", HelpName = "ASSEMBLY" };
        DetailedCommand command = new("decode", "Takes the number of an ioctl apart and names the commands that have it.", Details) { number, arch, assemblies };
        command.SetAction(arguments => Run(arguments.GetValue(number), AbiName.Find(arguments.GetRequiredValue(arch))!.Value, arguments.GetValue(assemblies) ?? []));
        return command;
    }

    private static int Run(uint number, LinuxAbi abi, string[] assemblies)
    {
        string shipped = Path.Combine(AppContext.BaseDirectory, "IoctlSharp.Definitions.dll");
        DeclaredCommandModel[] known = [.. assemblies.Prepend(shipped).SelectMany(path => AssemblyReader.Read(path).Commands)];
        Console.WriteLine($"0x{number:x} on {AbiName.Of(abi)}");
        foreach ((string name, string value) in Parts(number, abi))
            Console.WriteLine($"  {name,-10} {value}");

        DeclaredCommandModel[] here = [.. known.Where(command => command.Numbers.TryGetValue(abi, out uint own) && own == number)];
        foreach (DeclaredCommandModel command in here)
            Console.WriteLine(Describe(command));
        if (here.Length > 0)
            return ExitCode.Agrees;
        Console.WriteLine($"no command that is known has this number on {AbiName.Of(abi)}");
        foreach (DeclaredCommandModel command in known.Where(command => command.Numbers.Values.Contains(number) && command.Numbers.ContainsKey(abi)))
            Console.WriteLine($"{Describe(command)}; here it is 0x{command.Numbers[abi]:x}, and 0x{number:x} on {string.Join(' ', AbiName.All.Where(other => command.Numbers.TryGetValue(other, out uint own) && own == number).Select(AbiName.Of))}");
        return ExitCode.Differs;
    }

    private static IEnumerable<(string Name, string Value)> Parts(uint number, LinuxAbi abi)
    {
        if (!CommandEncodingEngine.TryDecode(abi, number, out CommandParts parts))
        {
            yield return ("direction", "none of _IO, _IOR, _IOW, _IOWR makes such a number here");
            yield break;
        }

        yield return ("direction", parts.Macro switch
        {
            IoctlMacro.IO => "none (_IO)",
            IoctlMacro.IOR => "read (_IOR): the kernel writes the argument",
            IoctlMacro.IOW => "write (_IOW): the kernel reads the argument",
            _ => "read and write (_IOWR)",
        });
        yield return ("type", $"0x{parts.Type:x2}{(parts.Type is > 0x20 and < 0x7f ? $" '{(char)parts.Type}'" : "")}");
        yield return ("number", $"0x{parts.Nr:x2} ({parts.Nr})");
        yield return ("size", $"{parts.Size} bytes");
    }

    private static string Describe(DeclaredCommandModel command)
        => $"{command.CName}: on a file of kind {command.FileKind} ({command.FileType}), {(command.Struct.Length > 0 ? $"struct {command.Struct}" : "no struct")}"
            + $"{(command.Header.Length > 0 ? $", {command.Header}" : "")}, {command.CsName}";

    private static string ThisMachine() => AbiName.Of(RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X86 => LinuxAbi.I386,
        Architecture.Arm64 => LinuxAbi.AArch64,
        Architecture.Arm or Architecture.Armv6 => LinuxAbi.Arm,
        Architecture.RiscV64 => LinuxAbi.RiscV64,
        Architecture.S390x => LinuxAbi.S390x,
        Architecture.Ppc64le => LinuxAbi.Ppc64le,
        Architecture.LoongArch64 => LinuxAbi.LoongArch64,
        _ => LinuxAbi.X86_64,
    });
}

using System;
using System.CommandLine;
using IoctlSharp.Tool.Emission;
using IoctlSharp.Tool.Reading;

namespace IoctlSharp.Tool.Commands;

/// <summary><c>ioctlsharp manifest</c>.</summary>
internal static class ManifestCommand
{
    private const string Details = """
        Arch keys are x86_64 i386 aarch64 arm riscv64 s390x ppc64le mips64el sparc64 loongarch64. Fields have C names; those of a nested
        struct or union are dotted (err.addr). A bit-field has the offset and size of its storage word, and "bit", its lowest bit: counted from
        the least significant bit of the word as that architecture reads it (or in the byte order that the declaration fixes). A flexible
        array has size 0 and "tail". A command has no number where its size is known only in the call, or does not fit.

        Example: ioctlsharp manifest MyDriver.dll | jq '.structs[] | {c, size: .layouts.s390x.size}'
        """;

    public static Command Create()
    {
        Argument<string> assembly = Inputs.Assembly();
        DetailedCommand command = new("manifest", "Prints layouts, numbers and constants that an assembly declares, as JSON.", Details) { assembly };
        command.SetAction(arguments =>
        {
            ManifestEmitter.Emit(AssemblyReader.Read(arguments.GetRequiredValue(assembly)), Console.Out);
            return ExitCode.Agrees;
        });
        return command;
    }
}

using System;
using System.IO;

namespace IoctlSharp.Interop;

/// <summary>The machine that an ELF header names. Only for the runtimes that cannot be asked.</summary>
internal static class ElfMachine
{
    private const int HeaderLength = 20;

    private static readonly Lazy<LinuxAbi> s_ofThisProcess = new Lazy<LinuxAbi>(Read);

    public static LinuxAbi OfThisProcess => s_ofThisProcess.Value;

    public static LinuxAbi Decode(byte[] header)
    {
        if (header.Length < HeaderLength || header[0] != 0x7f || header[1] != (byte)'E' || header[2] != (byte)'L' || header[3] != (byte)'F')
            throw new PlatformNotSupportedException("/proc/self/exe is not an ELF file: the machine of this process is not known.");

        bool is64 = header[4] == 2;
        bool bigEndian = header[5] == 2;
        int machine = bigEndian ? (header[18] << 8) | header[19] : header[18] | (header[19] << 8);
        return (machine, is64, bigEndian) switch
        {
            (62, true, false) => LinuxAbi.X86_64, // 32-bit class is x32, which has layouts of its own
            (3, false, false) => LinuxAbi.I386,
            (183, true, false) => LinuxAbi.AArch64,
            (40, false, false) => LinuxAbi.Arm,
            (243, true, false) => LinuxAbi.RiscV64,
            (22, true, true) => LinuxAbi.S390x,
            (21, true, false) => LinuxAbi.Ppc64le,
            (8, true, false) => LinuxAbi.Mips64el,
            (43, true, true) => LinuxAbi.Sparc64,
            (258, true, false) => LinuxAbi.LoongArch64,
            _ => throw new PlatformNotSupportedException(
                $"No command numbers and struct layouts are known for ELF machine {machine} ({(is64 ? 64 : 32)}-bit, {(bigEndian ? "big" : "little")}-endian): IoctlSharp.LinuxAbi lists those that are."),
        };
    }

    private static LinuxAbi Read()
    {
        byte[] header = new byte[HeaderLength];
        using (var file = new FileStream("/proc/self/exe", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            int read = 0;
            while (read < header.Length)
            {
                int count = file.Read(header, read, header.Length - read);
                if (count == 0)
                    break;
                read += count;
            }
        }

        return Decode(header);
    }
}

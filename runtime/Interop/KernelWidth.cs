using System;
using System.Text;

namespace IoctlSharp.Interop;

/// <summary>Whether the kernel below a 32-bit process is a 64-bit one.</summary>
internal static unsafe class KernelWidth
{
    private const int UtsFieldLength = 65;
    private const int UtsFields = 6;
    private const int Machine = 4;

    // PER_LINUX32 makes a 64-bit kernel give the machine of a 32-bit one. Containers for 32-bit programs set it.
    private const uint QueryPersonality = 0xffffffff;
    private const int PersonalityMask = 0xff;
    private const int Linux32 = 0x08;

    private static readonly Lazy<bool> s_is64Bit = new Lazy<bool>(() => Decide(ReadMachine(), Libc.Personality(QueryPersonality)));

    public static bool Is64Bit => s_is64Bit.Value;

    /// <param name="machine">What uname says.</param>
    /// <param name="personality">The execution domain of the process.</param>
    public static bool Decide(string machine, int personality)
        => machine.EndsWith("64", StringComparison.Ordinal) || (personality & PersonalityMask) == Linux32;

    private static string ReadMachine()
    {
        byte* names = stackalloc byte[UtsFieldLength * UtsFields];
        if (Libc.Uname(names) != 0)
            return "";
        byte* machine = names + (UtsFieldLength * Machine);
        int length = 0;
        while (length < UtsFieldLength && machine[length] != 0)
            length++;
        return Encoding.ASCII.GetString(machine, length);
    }
}

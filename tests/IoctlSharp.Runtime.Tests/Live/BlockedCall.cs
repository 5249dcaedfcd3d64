using System;
using System.Runtime.InteropServices;

namespace IoctlSharp.Runtime.Tests.Live;

/// <summary>
/// A file with a command that waits until a signal comes: the listener of a seccomp filter that lets everything pass, and so never has anything
/// to tell. The filter stays with the calling thread until that ends.
/// </summary>
internal static unsafe class BlockedCall
{
    private const int NoNewPrivileges = 38;
    private const nuint SetFilter = 1; // SECCOMP_SET_MODE_FILTER
    private const nuint NewListener = 8; // SECCOMP_FILTER_FLAG_NEW_LISTENER
    private const ushort Return = 6; // BPF_RET | BPF_K
    private const uint Allow = 0x7fff0000;

    [StructLayout(LayoutKind.Sequential)]
    private struct Instruction
    {
        public ushort Code;
        public byte True;
        public byte False;
        public uint Value;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Program
    {
        public ushort Length;
        public Instruction* Instructions;
    }

    public const int ArgumentSize = 80; // struct seccomp_notif

    // Null when the kernel, or a sandbox around this process, has no listeners.
    public static TestFile? OpenListener()
    {
        Native.Control(NoNewPrivileges, 1, 0, 0, 0).ShouldBe(0);
        var allow = new Instruction { Code = Return, Value = Allow };
        var program = new Program { Length = 1, Instructions = &allow };
        nint fd = Native.SystemCall(SystemCallNumber, SetFilter, NewListener, &program);
        return fd < 0 ? null : new TestFile(fd, ownsHandle: true);
    }

    private static nint SystemCallNumber => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 317,
        Architecture.X86 => 354,
        Architecture.Arm => 383,
        Architecture.S390x => 348,
        Architecture.Ppc64le => 358,
        _ => 277, // asm-generic
    };
}

using System;
using System.Runtime.InteropServices;

namespace IoctlSharp.Runtime.Tests;

/// <summary>What the tests need of libc beyond what the runtime has.</summary>
internal static unsafe partial class Native
{
    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int MemoryFile(string name, uint flags);

    [LibraryImport("libc", EntryPoint = "ftruncate")]
    public static partial int Truncate(int fd, nint length);

    [LibraryImport("libc", EntryPoint = "pipe2")]
    public static partial int Pipe(int* fds, int flags);

    [LibraryImport("libc", EntryPoint = "write")]
    public static partial nint Write(int fd, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "posix_openpt")]
    public static partial int OpenTerminal(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt")]
    public static partial int GrantTerminal(int fd);

    [LibraryImport("libc", EntryPoint = "unlockpt")]
    public static partial int UnlockTerminal(int fd);

    [LibraryImport("libc", EntryPoint = "strerrorname_np")]
    public static partial byte* ErrorName(int error);

    [LibraryImport("libc", EntryPoint = "strerror")]
    public static partial byte* ErrorText(int error);

    [LibraryImport("libc", EntryPoint = "signal")]
    public static partial nint Signal(int signal, nint handler);

    [LibraryImport("libc", EntryPoint = "siginterrupt")]
    public static partial int SignalInterrupts(int signal, int flag);

    [LibraryImport("libc", EntryPoint = "pthread_self")]
    public static partial nint CurrentThread();

    [LibraryImport("libc", EntryPoint = "pthread_kill")]
    public static partial int SignalThread(nint thread, int signal);

    [LibraryImport("libc", EntryPoint = "prctl")]
    public static partial int Control(int option, nuint a, nuint b, nuint c, nuint d);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    public static partial nint SystemCall(nint number, nuint a, nuint b, void* c);

    [LibraryImport("libc", EntryPoint = "capget")]
    public static partial int GetCapabilities(void* header, void* data);

    [LibraryImport("libc", EntryPoint = "capset")]
    public static partial int SetCapabilities(void* header, void* data);

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    public static partial int GetLimit(int resource, ulong* limit);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    public static partial int SetLimit(int resource, ulong* limit);

    public static string Text(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";
}

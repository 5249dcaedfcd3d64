using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IoctlSharp.Interop;
using Xunit;

namespace IoctlSharp.Calls.Tests.Recording;

/// <summary>The native library. The runtime's "libc" becomes it: what it does not define itself is found in the libc that it is linked with.</summary>
internal static unsafe class NativeRecorder
{
    private const string Library = "recorder";

    [DllImport(Library, EntryPoint = "recorder_reset")]
    public static extern void Reset();

    [DllImport(Library, EntryPoint = "recorder_keep")]
    public static extern void Keep(int bytes);

    [DllImport(Library, EntryPoint = "recorder_keep_behind")]
    public static extern void KeepBehind(int pointerOffset, int bytes);

    [DllImport(Library, EntryPoint = "recorder_answer")]
    public static extern void Answer(int result, int error);

    [DllImport(Library, EntryPoint = "recorder_answer_writes")]
    public static extern void AnswerWrites(int pointerOffset, int offset, byte* bytes, int length);

    [DllImport(Library, EntryPoint = "recorder_play")]
    public static extern void Play(Protocol* protocol);

    [DllImport(Library, EntryPoint = "recorder_block")]
    public static extern void Block();

    [DllImport(Library, EntryPoint = "recorder_calls")]
    public static extern int Calls();

    [DllImport(Library, EntryPoint = "recorder_call")]
    public static extern void Call(int index, int* fd, ulong* request, ulong* argument);

    [DllImport(Library, EntryPoint = "recorder_kept")]
    public static extern byte* Kept(int index, int which, int* length);

    [DllImport(Library, EntryPoint = "recorder_wait_until_blocked")]
    public static extern void WaitUntilBlocked(int fd);

    [DllImport(Library, EntryPoint = "recorder_release")]
    public static extern void Release(int fd);

    [DllImport(Library, EntryPoint = "recorder_closes")]
    public static extern int Closes(int fd);

    [DllImport(Library, EntryPoint = "bits_narrow")]
    public static extern byte BitsNarrow(uint first, uint second, uint third);

    [DllImport(Library, EntryPoint = "bits_wide")]
    public static extern uint BitsWide(uint kind, uint count, uint last);

    [DllImport(Library, EntryPoint = "bits_full")]
    public static extern ulong BitsFull(ulong low, ulong middle, ulong top);

    private static bool s_isInstalled;

    public static void Require() => Assert.SkipUnless(s_isInstalled, "the recording library was not built: install gcc and libc6-dev");

    // LD_PRELOAD would not do: the runtime asks libc's own handle for its functions.
    [ModuleInitializer]
    internal static void Install()
    {
        s_isInstalled = NativeLibrary.TryLoad(Path.Combine(AppContext.BaseDirectory, "librecorder.so"), out IntPtr recorder);
        NativeLibrary.SetDllImportResolver(typeof(IoctlCall).Assembly, (name, _, _) => name == "libc" ? recorder : IntPtr.Zero);
        NativeLibrary.SetDllImportResolver(typeof(NativeRecorder).Assembly, (name, _, _) => name == Library ? recorder : IntPtr.Zero);
    }
}

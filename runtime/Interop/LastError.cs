using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IoctlSharp.Interop;

/// <summary>The error of the libc call just made.</summary>
internal static class LastError
{
    // Must be the first thing after the call. The runtime keeps errno over the transition and over the compilation of this method.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Errno Read()
    {
#if NET
        int raw = Marshal.GetLastSystemError();
#else
        int raw = Marshal.GetLastWin32Error();
#endif
        return RawErrno.Translate(raw, ProcessAbi.Current);
    }

    public static IOException Failure(string operation, Errno error, string? remedy = null) => new(Message(operation, error, remedy), (int)error);

    public static string Message(string operation, Errno error, string? remedy = null)
    {
        string failure = $"{operation} failed with {error.Name()} ({(int)error}, {error.Text()})";
        return remedy is null ? failure + "." : $"{failure}: {remedy}.";
    }
}

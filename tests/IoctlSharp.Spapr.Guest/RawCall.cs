using System;
using IoctlSharp.Interop;

namespace IoctlSharp.Spapr.Guest;

/// <summary>Calls that the typed methods cannot make: short sizes, reserved flags, operations that do not exist.</summary>
internal static class RawCall
{
    /// <param name="handle">The file.</param>
    /// <param name="command">The command.</param>
    /// <param name="words">The argument, 32 bits each; the first is its size. Longer than any size stated, so that nothing lies behind its end.</param>
    public static Errno Make(DeviceHandle handle, IoctlCommand command, params uint[] words)
    {
        Span<uint> argument = stackalloc uint[16];
        words.CopyTo(argument);
        return IoctlCall.ErrorOf(IoctlCall.Invoke((int)handle.DangerousGetHandle(), command.Number, argument));
    }

    public static Errno MakeNumber(DeviceHandle handle, uint number) =>
        IoctlCall.ErrorOf(IoctlCall.Invoke((int)handle.DangerousGetHandle(), number));
}

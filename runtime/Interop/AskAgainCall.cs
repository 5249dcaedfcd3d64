using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace IoctlSharp.Interop;

/// <summary>
/// Calls whose answer has a size that only the kernel knows. At most 8 rounds, then -EAGAIN; an answer of more than 64 MiB is -EOVERFLOW.
/// <c>initial</c> is written afresh before each round. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AskAgainCall
{
    /// <summary>The kernel succeeds and writes the size that it wants into the size field.</summary>
    /// <param name="fd">The file.</param>
    /// <param name="request">The command.</param>
    /// <param name="initial">The argument as each round begins with it; the size field is set by the call.</param>
    /// <param name="argSizeOffset">The offset of the <c>__u32</c> size field.</param>
    /// <param name="buffer">The answer; default on failure.</param>
    public static int ByArgSize<T>(int fd, nuint request, in T initial, int argSizeOffset, out KernelBuffer<T> buffer)
        where T : unmanaged =>
        AskAgainProtocol.ByArgSize(argSizeOffset, Unsafe.SizeOf<T>()).Run(new KernelArgumentCall(fd, request), initial, out buffer);

    /// <summary>The kernel writes the number of elements that it has, and fails with an error (or succeeds) when there is no room for them.</summary>
    /// <param name="fd">The file.</param>
    /// <param name="request">The command.</param>
    /// <param name="initial">The argument as each round begins with it; size and count are set by the call.</param>
    /// <param name="error">The error that asks for more room; <see cref="Errno.None"/> when the kernel succeeds.</param>
    /// <param name="argSizeOffset">The offset of the <c>__u32</c> size field; -1 when there is none.</param>
    /// <param name="countOffset">The offset of the count, which says the room before the call.</param>
    /// <param name="countSize">The size of the count: 1, 2, 4 or 8.</param>
    /// <param name="tailOffset">The offset of the first element.</param>
    /// <param name="elementSize">The size of an element in bytes.</param>
    /// <param name="buffer">The answer; default on failure.</param>
    public static int ByCount<T>(
        int fd, nuint request, in T initial, Errno error, int argSizeOffset, int countOffset, int countSize, int tailOffset, int elementSize, out KernelBuffer<T> buffer)
        where T : unmanaged =>
        AskAgainProtocol.ByCount(error, argSizeOffset, countOffset, countSize, tailOffset, elementSize).Run(new KernelArgumentCall(fd, request), initial, out buffer);

    /// <summary>As <see cref="ByCount"/>, with the elements in an array behind a pointer field: they stand behind the struct in the answer.</summary>
    /// <param name="fd">The file.</param>
    /// <param name="request">The command.</param>
    /// <param name="initial">The argument as each round begins with it; size, count and pointer are set by the call.</param>
    /// <param name="error">The error that asks for more room; <see cref="Errno.None"/> when the kernel succeeds with a truncated array.</param>
    /// <param name="argSizeOffset">The offset of the <c>__u32</c> size field, which is that of the struct alone; -1 when there is none.</param>
    /// <param name="countOffset">The offset of the count, which says the room before the call.</param>
    /// <param name="countSize">The size of the count: 1, 2, 4 or 8.</param>
    /// <param name="pointerOffset">The offset of the pointer; it is zero in the answer.</param>
    /// <param name="pointerSize">The size of the pointer: 8, or that of the machine's.</param>
    /// <param name="elementSize">The size of an element in bytes.</param>
    /// <param name="buffer">The answer; default on failure.</param>
    public static int ByArray<T>(
        int fd, nuint request, in T initial, Errno error, int argSizeOffset, int countOffset, int countSize, int pointerOffset, int pointerSize, int elementSize, out KernelBuffer<T> buffer)
        where T : unmanaged =>
        AskAgainProtocol.ByArray(error, argSizeOffset, countOffset, countSize, pointerOffset, pointerSize, Unsafe.SizeOf<T>(), elementSize)
            .Run(new KernelArgumentCall(fd, request), initial, out buffer);
}

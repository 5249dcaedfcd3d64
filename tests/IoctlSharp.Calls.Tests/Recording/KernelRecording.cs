using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using Shouldly;

namespace IoctlSharp.Calls.Tests.Recording;

/// <summary>What the calls of this thread look like from the kernel's side, and what the kernel answers.</summary>
internal sealed unsafe class KernelRecording : IDisposable
{
    /// <summary>An fd that the recorder takes for its own.</summary>
    public const int Fd = 0x40000000;

    private const int MostPointers = 4;
    private static int s_nextFd = Fd;

    private readonly int _thread = Environment.CurrentManagedThreadId;
    private int _pointers;

    /// <param name="keep">How many bytes behind the third argument are kept.</param>
    public KernelRecording(int keep = 0)
    {
        NativeRecorder.Require();
        NativeRecorder.Reset();
        NativeRecorder.Keep(keep);
    }

    public IReadOnlyList<RecordedCall> Calls => [.. Enumerable.Range(0, NativeRecorder.Calls()).Select(Read)];

    /// <summary>The one call that was made.</summary>
    public RecordedCall Call => Calls.ShouldHaveSingleItem();

    /// <summary>An fd of the recorder's that no other test has.</summary>
    public static int NewFd() => Interlocked.Increment(ref s_nextFd);

    public KernelRecording KeepsBehind(int pointerOffset, int bytes)
    {
        NativeRecorder.KeepBehind(pointerOffset, bytes);
        (++_pointers).ShouldBeLessThanOrEqualTo(MostPointers);
        return this;
    }

    /// <summary>The next call returns that, once <see cref="Writes(int, ReadOnlySpan{byte})"/> has written.</summary>
    public KernelRecording Returns(int result)
    {
        NativeRecorder.Answer(result, 0);
        return this;
    }

    /// <summary>The next call fails.</summary>
    public KernelRecording Fails(Errno error)
    {
        NativeRecorder.Answer(-1, (int)error);
        return this;
    }

    /// <summary>The answer begun last writes to the argument.</summary>
    public KernelRecording Writes(int offset, params ReadOnlySpan<byte> bytes) => WritesBehind(-1, offset, bytes);

    public KernelRecording Writes<T>(int offset, T value)
        where T : unmanaged => Writes(offset, MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

    /// <summary>The answer begun last writes to what a pointer field points to.</summary>
    public KernelRecording WritesBehind(int pointerOffset, int offset, params ReadOnlySpan<byte> bytes)
    {
        fixed (byte* pointer = bytes)
            NativeRecorder.AnswerWrites(pointerOffset, offset, pointer, bytes.Length);
        return this;
    }

    public KernelRecording Plays(Protocol protocol)
    {
        NativeRecorder.Play(&protocol);
        return this;
    }

    /// <summary>The next call of this thread stands in the kernel until <see cref="Release"/>.</summary>
    public KernelRecording Blocks()
    {
        NativeRecorder.Block();
        return this;
    }

    public static void WaitUntilBlocked(int fd) => NativeRecorder.WaitUntilBlocked(fd);

    public static void Release(int fd) => NativeRecorder.Release(fd);

    public static int Closes(int fd) => NativeRecorder.Closes(fd);

    /// <summary>Runs a call on a stack full of garbage.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void FromDirtyStack(Action call)
    {
        DirtyStack.Fill();
        call();
    }

    public void Dispose()
    {
        Environment.CurrentManagedThreadId.ShouldBe(_thread, "a recording belongs to the thread that began it");
        NativeRecorder.Reset();
    }

    private static RecordedCall Read(int index)
    {
        int fd;
        ulong request, argument;
        NativeRecorder.Call(index, &fd, &request, &argument);
        byte[]?[] kept = [.. Enumerable.Range(0, 1 + MostPointers).Select(which => Kept(index, which))];
        return new RecordedCall(fd, request, argument, kept[0] ?? [], kept[1..]);
    }

    private static byte[]? Kept(int index, int which)
    {
        int length;
        byte* bytes = NativeRecorder.Kept(index, which, &length);
        return bytes is null ? null : new ReadOnlySpan<byte>(bytes, length).ToArray();
    }
}

using System;

namespace IoctlSharp.Runtime.Tests;

/// <summary>A pipe.</summary>
internal sealed class TestPipe : IDisposable
{
    private const int CloseOnExec = 0x80000;

    private TestPipe(int reader, int writer)
    {
        Reader = new TestFile(new IntPtr(reader), ownsHandle: true);
        Writer = new TestFile(new IntPtr(writer), ownsHandle: true);
    }

    public TestFile Reader { get; }

    public TestFile Writer { get; }

    public static unsafe TestPipe Create()
    {
        int* fds = stackalloc int[2];
        Native.Pipe(fds, CloseOnExec).ShouldBe(0);
        return new TestPipe(fds[0], fds[1]);
    }

    public unsafe void Send(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* pointer = bytes)
            Native.Write(Writer.Fd, pointer, (nuint)bytes.Length).ShouldBe(bytes.Length);
    }

    public void Dispose()
    {
        Reader.Dispose();
        Writer.Dispose();
    }
}

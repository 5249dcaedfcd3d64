using System;
using System.IO;

namespace IoctlSharp.Runtime.Tests;

/// <summary>Any file as a device.</summary>
internal sealed class TestFile : DeviceHandle
{
    public const string MemoryTarget = "/memfd:ioctlsharp";

    public TestFile(IntPtr fd, bool ownsHandle)
        : base(fd, ownsHandle)
    {
    }

    public TestFile(string path, FileAccess access = FileAccess.ReadWrite)
        : base(path, access)
    {
    }

    public static TestFile NotYetOpen() => new(new IntPtr(-1), ownsHandle: true);

    public static TestFile Memory(int length, string suffix = "")
    {
        var file = new TestFile(new IntPtr(Native.MemoryFile("ioctlsharp" + suffix, 1)), ownsHandle: true);
        file.IsInvalid.ShouldBeFalse();
        Native.Truncate(file.Fd, length).ShouldBe(0);
        return file;
    }

    // The fd, for a new owner.
    public int Detach()
    {
        int fd = Fd;
        SetHandleAsInvalid();
        return fd;
    }

    public int Fd => (int)DangerousGetHandle();
}

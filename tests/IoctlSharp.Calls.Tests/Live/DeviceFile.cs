using System;
using System.IO;
using Xunit;

namespace IoctlSharp.Calls.Tests.Live;

/// <summary>Any file that a live test makes ioctls on.</summary>
public sealed class DeviceFile : DeviceHandle
{
    public DeviceFile(IntPtr fd, bool ownsHandle)
        : base(fd, ownsHandle)
    {
    }

    private DeviceFile(string path, FileAccess access)
        : base(path, access)
    {
    }

    public int Fd => (int)DangerousGetHandle();

    /// <summary>Opens a file; skips the test, saying why, where the machine does not have it or keeps it from this user.</summary>
    public static DeviceFile OpenOrSkip(string path, FileAccess access = FileAccess.ReadWrite)
    {
        try
        {
            return new DeviceFile(path, access);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or FileNotFoundException)
        {
            Assert.Skip(e.Message);
            throw;
        }
    }
}

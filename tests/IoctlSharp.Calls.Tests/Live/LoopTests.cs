using System;
using System.IO;
using Shouldly;
using Xunit;

namespace IoctlSharp.Calls.Tests.Live;

/// <summary>Loop devices: legacy-looking <c>_IO</c> numbers, a handle as the argument, a struct of 232 bytes with text, a macro whose type lies.</summary>
public sealed class LoopTests
{
    [Fact]
    public void A_file_becomes_a_block_device_with_the_offset_and_the_name_that_were_set()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllBytes(path, new byte[64 * 1024]);
        try
        {
            using DeviceFile control = DeviceFile.OpenOrSkip("/dev/loop-control");
            using DeviceFile file = DeviceFile.OpenOrSkip(path);
            using DeviceFile loop = DeviceFile.OpenOrSkip($"/dev/loop{control.GetFree()}");
            loop.SetFd(file);
            try
            {
                Check(loop, file);
            }
            finally
            {
                loop.TryClearFd().ShouldBe(Errno.None);
            }

            loop.TryClearFd().ShouldBe(Errno.ENXIO);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Check(DeviceFile loop, DeviceFile file)
    {
        LoopInfo64 status = new() { Offset = 4096, SizeLimit = 8192, FileName = "ioctlsharp" };
        loop.SetStatus(status);
        LoopInfo64 read = loop.GetStatus();
        read.Offset.ShouldBe(4096ul);
        read.SizeLimit.ShouldBe(8192ul);
        read.FileName.ShouldBe("ioctlsharp");
        read.ToString().ShouldContain("lo_offset = 0x1000");
        loop.GetSize(out ulong bytes);
        bytes.ShouldBe(8192ul);
        Should.Throw<IoctlException>(() => loop.SetFd(file)).Message.ShouldContain("LOOP_SET_FD (0x4c00) failed with EBUSY (16");
    }
}

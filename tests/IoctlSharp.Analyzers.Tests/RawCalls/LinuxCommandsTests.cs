using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using IoctlSharp.Analyzers.RawCalls;
using Shouldly;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.RawCalls;

/// <summary>The table of well-known commands against the headers of this machine, by its C compiler.</summary>
public sealed class LinuxCommandsTests
{
    private static readonly string[] s_headers =
    [
        "sys/ioctl.h", "linux/if_tun.h", "linux/if.h", "linux/fs.h", "linux/usbdevice_fs.h", "linux/kd.h", "linux/i2c-dev.h", "linux/i2c.h", "linux/spi/spidev.h",
        "linux/kvm.h", "linux/loop.h", "linux/input.h", "linux/rtc.h", "sys/types.h",
    ];

    // What stands behind the pointer, as the kernel's source has it: the macros do not say.
    private static readonly Dictionary<string, string> s_pointees = new()
    {
        ["TUNSETIFF"] = "struct ifreq", ["TUNGETIFF"] = "struct ifreq", ["BLKROGET"] = "int", ["BLKGETSIZE"] = "unsigned long", ["BLKSSZGET"] = "int",
        ["BLKPBSZGET"] = "unsigned int", ["BLKBSZGET"] = "int", ["BLKGETSIZE64"] = "__u64", ["FS_IOC_GETFLAGS"] = "int", ["FS_IOC_SETFLAGS"] = "int",
        ["FS_IOC_GETVERSION"] = "int", ["USBDEVFS_SETCONFIGURATION"] = "unsigned int", ["USBDEVFS_CLAIMINTERFACE"] = "unsigned int", ["USBDEVFS_SUBMITURB"] = "struct usbdevfs_urb",
        ["USBDEVFS_RELEASEINTERFACE"] = "unsigned int", ["KDGKBTYPE"] = "char", ["KDGETMODE"] = "int", ["I2C_FUNCS"] = "unsigned long",
        ["I2C_RDWR"] = "struct i2c_rdwr_ioctl_data", ["I2C_SMBUS"] = "struct i2c_smbus_ioctl_data", ["SPI_IOC_WR_MODE"] = "__u8",
        ["SPI_IOC_WR_MAX_SPEED_HZ"] = "__u32", ["TIOCGPGRP"] = "pid_t", ["TIOCSPGRP"] = "pid_t", ["TIOCSTI"] = "char", ["TIOCGWINSZ"] = "struct winsize",
        ["TIOCSWINSZ"] = "struct winsize", ["FIONREAD"] = "int", ["FIONBIO"] = "int", ["RTC_RD_TIME"] = "struct rtc_time",
    };

    [Fact]
    public void The_headers_have_these_numbers_and_sizes()
    {
        StringBuilder source = new(string.Concat(s_headers.Select(header => $"#include <{header}>\n")));
        foreach (KnownCommandModel command in LinuxCommands.All)
        {
            source.Append($"_Static_assert({command.Name} == 0x{command.Number:x}u, \"{command.Name}\");\n");
            if (command.Form == ArgumentForm.Pointer)
                source.Append($"_Static_assert(sizeof({s_pointees[command.Name]}) == {command.Size}, \"size of {command.Name}\");\n");
        }

        Compile(source.ToString()).ShouldBeEmpty();
        s_pointees.Keys.Order().ShouldBe(LinuxCommands.All.Where(command => command.Form == ArgumentForm.Pointer).Select(command => command.Name).Order());
    }

    [Fact]
    public void A_wrong_number_would_be_found()
        => Compile("#include <sys/ioctl.h>\n_Static_assert(TIOCGWINSZ == 0x5412, \"TIOCGWINSZ\");\n").ShouldContain("TIOCGWINSZ");

    private static string Compile(string source)
    {
        ProcessStartInfo start = new("gcc", ["-x", "c", "-fsyntax-only", "-"]) { RedirectStandardInput = true, RedirectStandardError = true };
        using Process gcc = Process.Start(start)!;
        gcc.StandardInput.Write(source);
        gcc.StandardInput.Close();
        string errors = gcc.StandardError.ReadToEnd();
        gcc.WaitForExit();
        return errors;
    }
}

using System;
using System.IO;
using System.IO.Pipes;
using Shouldly;
using Xunit;

namespace IoctlSharp.Calls.Tests.Live;

/// <summary>Pipes and terminals: legacy numbers, scalars by pointer, structs in and out, and the errors of a wrong file and a closed one.</summary>
public sealed class TerminalTests
{
    private const int ReadWriteNoControllingTerminal = 0x102;

    [Fact]
    public void A_pipe_says_how_much_can_be_read()
    {
        using AnonymousPipeServerStream writer = new(PipeDirection.Out);
        using DeviceFile reader = new(writer.ClientSafePipeHandle.DangerousGetHandle(), ownsHandle: false);
        reader.GetReadable(out int none);
        none.ShouldBe(0);
        writer.Write(new byte[1234]);
        reader.GetReadable(out int bytes);
        bytes.ShouldBe(1234);
    }

    [Fact]
    public void A_terminal_has_the_size_that_its_master_sets()
    {
        using DeviceFile master = DeviceFile.OpenOrSkip("/dev/ptmx");
        master.SetLock(0);
        using DeviceFile terminal = master.OpenPeer(ReadWriteNoControllingTerminal);
        master.SetWindowSize(new WindowSize { Row = 43, Col = 132 });
        WindowSize size = terminal.GetWindowSize();
        size.Row.ShouldBe((ushort)43);
        size.Col.ShouldBe((ushort)132);
        size.ToString().ShouldBe("winsize { ws_row = 43, ws_col = 132, ws_xpixel = 0, ws_ypixel = 0 }");
    }

    [Fact]
    public void A_file_of_another_kind_is_refused_by_name()
    {
        using DeviceFile file = DeviceFile.OpenOrSkip("/dev/null");
        IoctlException e = Should.Throw<IoctlException>(() => file.GetWindowSize());
        e.Error.ShouldBe(Errno.ENOTTY);
        e.Command.ShouldBe(TerminalIoctls.Commands.TIOCGWINSZ);
        e.Message.ShouldStartWith("TIOCGWINSZ (0x5413) failed with ENOTTY (25, ");
    }

    [Fact]
    public void A_closed_handle_is_refused_before_the_kernel_sees_it()
    {
        DeviceFile file = DeviceFile.OpenOrSkip("/dev/null", FileAccess.Read);
        file.Dispose();
        Should.Throw<ObjectDisposedException>(() => file.GetWindowSize());
    }
}

using System;

namespace IoctlSharp.Runtime.Tests.Live;

/// <summary>The controlling side of a pseudoterminal.</summary>
internal static class Pseudoterminal
{
    private const int ReadWriteNoControllingCloseOnExec = 0x80102;

    public static TestFile Open()
    {
        var master = new TestFile(new IntPtr(Native.OpenTerminal(ReadWriteNoControllingCloseOnExec)), ownsHandle: true);
        master.IsInvalid.ShouldBeFalse();
        Native.GrantTerminal(master.Fd).ShouldBe(0);
        Native.UnlockTerminal(master.Fd).ShouldBe(0);
        return master;
    }

    public const nuint PeerFlags = ReadWriteNoControllingCloseOnExec;
}

using IoctlSharp.Interop;

namespace IoctlSharp.Runtime.Tests.Live;

/// <summary>Commands that every Linux has, and their numbers on this machine.</summary>
internal static class Request
{
    private const byte Terminal = (byte)'T';

    public static nuint Available => IoctlNumber.Legacy(0x541b, 0x4004667f, 0x467f, 0x4004667f); // FIONREAD

    public static nuint GetWindowSize => IoctlNumber.Legacy(0x5413, 0x40087468, 0x40087468, 0x40087468); // TIOCGWINSZ

    public static nuint SetWindowSize => IoctlNumber.Legacy(0x5414, 0x80087467, 0x80087467, 0x80087467); // TIOCSWINSZ

    public static nuint Flush => IoctlNumber.Legacy(0x540b, 0x2000741f, 0x5407, 0x20005407); // TCFLSH, by value

    public static nuint OpenPeer => IoctlNumber.Legacy(0x5441, IoctlCode(0x41), IoctlCode(0x41), 0x20007489); // TIOCGPTPEER

    public static nuint SetCloseOnExec => IoctlNumber.Legacy(0x5451, 0x20006601, 0x6601, 0x20006601); // FIOCLEX

    public static nuint ClearCloseOnExec => IoctlNumber.Legacy(0x5450, 0x20006602, 0x6602, 0x20006602); // FIONCLEX

    public static nuint InterfaceConfiguration => 0x8912; // SIOCGIFCONF

    public static nuint LoopGetFree => 0x4c82; // LOOP_CTL_GET_FREE

    public static nuint TunSetInterface => IoctlNumber.IOW(Terminal, 202, sizeof(int)); // TUNSETIFF

    public static nuint TunSetPersist => IoctlNumber.IOW(Terminal, 203, sizeof(int)); // TUNSETPERSIST, by value

    public static nuint TunGetInterface => IoctlNumber.IOR(Terminal, 210, sizeof(uint)); // TUNGETIFF

    public static nuint FaultNew => IoctlNumber.IO(0xaa, 0); // USERFAULTFD_IOC_NEW, flags by value

    public static nuint FaultApi => IoctlNumber.IOWR(0xaa, 0x3f, 24); // UFFDIO_API

    public static nuint NotificationReceive => IoctlNumber.IOWR((byte)'!', 0, 80); // SECCOMP_IOCTL_NOTIF_RECV

    private static uint IoctlCode(byte nr) => new IoctlEncoding(IoctlMacro.IO, Terminal, nr).NumberOn(LinuxAbi.Ppc64le);
}

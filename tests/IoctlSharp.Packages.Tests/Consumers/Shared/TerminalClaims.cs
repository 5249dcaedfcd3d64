using System;
using System.IO;
using IoctlSharp;

namespace Terminals
{
    /// <summary>Calls each declaration on a pseudo terminal, which every Linux has.</summary>
    public static class TerminalClaims
    {
        /// <summary>Checks all.</summary>
        public static void Check()
        {
            using Terminal master = new Terminal("/dev/ptmx");
            CheckLocked(master);
            master.SetLock(0);
            using Terminal peer = master.OpenPeer(OpenModes.ReadWrite | OpenModes.NotControlling);
            CheckNumbers(master);
            CheckSize(master, peer);
            CheckReadable();
            CheckFailures(peer);
        }

        private static void CheckLocked(Terminal master)
        {
            master.GetNumber(out uint number);
            Claims.Same("its file is there", File.Exists("/dev/pts/" + number), true);
            master.SetLock(1);
            IoctlException? refused = null;
            try
            {
                master.OpenPeer(OpenModes.ReadWrite).Dispose();
            }
            catch (IoctlException e)
            {
                refused = e;
            }

            Claims.Same("a locked peer cannot be opened", refused?.Error, Errno.EIO);
            Claims.Same("the error says why", refused?.Message.Contains("the other end is locked"), true);
            Claims.Same("the error names the command", refused?.Command.Name, "TIOCGPTPEER");
        }

        private static void CheckNumbers(Terminal master)
        {
            Claims.Same("the handle is open", master.IsClosed || master.IsInvalid, false);
            Claims.Same("x86-64, by macro", TerminalIoctls.Commands.TIOCGPTN.NumberOn(LinuxAbi.X86_64), 0x80045430u);
            Claims.Same("POWER, by macro", TerminalIoctls.Commands.TIOCGPTN.NumberOn(LinuxAbi.Ppc64le), 0x40045430u);
            Claims.Same("x86-64, legacy", TerminalIoctls.Commands.FIONREAD.NumberOn(LinuxAbi.X86_64), 0x541Bu);
            Claims.Same("POWER, legacy", TerminalIoctls.Commands.FIONREAD.NumberOn(LinuxAbi.Ppc64le), 0x4004667Fu);
            Claims.Same("mips, legacy", TerminalIoctls.Commands.FIONREAD.NumberOn(LinuxAbi.Mips64el), 0x467Fu);
        }

        private static void CheckSize(Terminal master, Terminal peer)
        {
            WindowSize size = default;
            size.Rows = 43;
            size.Columns = 132;
            size.Width = 1056;
            size.Height = 688;
            master.SetWindowSize(size);
            WindowSize seen = peer.GetWindowSize();
            Claims.Same("rows", seen.Rows, (ushort)43);
            Claims.Same("columns", seen.Columns, (ushort)132);
            Claims.Same("width", seen.Width, (ushort)1056);
            Claims.Same("height", seen.Height, (ushort)688);
            Claims.Same("a struct prints C names", seen.ToString().Contains("ws_row"), true);
        }

        private static void CheckReadable()
        {
            string path = Path.GetTempFileName();
            File.WriteAllBytes(path, new byte[12345]);
            using (FileStream file = File.OpenRead(path))
            {
                file.SafeFileHandle.GetReadable(out int readable);
                Claims.Same("bytes of a file", readable, 12345);
                int fd = (int)file.SafeFileHandle.DangerousGetHandle();
                Claims.Same("by descriptor", TerminalIoctls.TryGetReadable(fd, out readable), Errno.None);
                Claims.Same("bytes of a file, by descriptor", readable, 12345);
            }

            File.Delete(path);
        }

        private static void CheckFailures(Terminal peer)
        {
            Claims.Same("no file descriptor", TerminalIoctls.TryGetReadable(-1, out _), Errno.EBADF);
            peer.Dispose();
            bool closed = false;
            try
            {
                peer.GetWindowSize();
            }
            catch (ObjectDisposedException)
            {
                closed = true;
            }

            Claims.Same("a closed handle is refused", closed, true);
        }
    }
}

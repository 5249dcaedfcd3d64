using System.Net.Sockets;
using IoctlSharp;

namespace Terminals
{
    /// <summary>Passes arrays in a struct to the kernel and back, by the loopback interface.</summary>
    public static class InterfaceClaims
    {
        /// <summary>Checks all.</summary>
        public static void Check()
        {
            using Socket socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            int fd = (int)socket.Handle;
            InterfaceRequest byName = new InterfaceRequest { Name = "lo" };
            Claims.Same("the loopback interface is there", InterfaceIoctls.TryGetIndex(fd, ref byName), Errno.None);

            InterfaceRequest byNumber = new InterfaceRequest { Index = byName.Index };
            InterfaceIoctls.GetName(fd, ref byNumber);
            Claims.Same("its name by its number", byNumber.Name, "lo");
            Claims.Same("byte by byte", byNumber.GetMap(19), (byte)0);

            byName.Name = "no-such-device";
            Claims.Same("no such interface", InterfaceIoctls.TryGetIndex(fd, ref byName), Errno.ENODEV);
        }
    }
}

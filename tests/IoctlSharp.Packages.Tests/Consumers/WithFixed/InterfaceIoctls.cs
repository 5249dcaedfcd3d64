using IoctlSharp;

namespace Terminals
{
    /// <summary>Ioctls of sockets about network interfaces.</summary>
    [IoctlGroup(Header = "linux/sockios.h")]
    public static partial class InterfaceIoctls
    {
        /// <summary>The number of the interface of that name.</summary>
        [Ioctl(Name = "SIOCGIFINDEX", Number = 0x8933)]
        public static partial Errno TryGetIndex(int socket, ref InterfaceRequest request);

        /// <summary>The name of the interface of that number.</summary>
        [Ioctl(Name = "SIOCGIFNAME", Number = 0x8910)]
        public static partial void GetName(int socket, ref InterfaceRequest request);
    }
}

using IoctlSharp;

namespace Terminals
{
    /// <summary>A network interface by its name, and what is asked about it.</summary>
    [KernelStruct("ifreq", Header = "linux/if.h")]
    public unsafe partial struct InterfaceRequest
    {
        [CName("ifr_name")]
        [CString]
        private fixed byte _name[16];

        /// <summary>Its number.</summary>
        [CName("ifr_ifindex")]
        public int Index;

        [CName("ifr_map")]
        private fixed byte _map[20];
    }
}

namespace IoctlSharp.Vfio.Tests;

/// <summary>The devices of the machine that the script <c>guest</c> boots.</summary>
internal static class GuestDevices
{
    /// <summary>edu on the root bus, which cannot be reset.</summary>
    public const string RootEdu = "0000:00:01.0";

    /// <summary>edu behind a port of its own, which can.</summary>
    public const string PortEdu = "0000:01:00.0";

    /// <summary>e1000e behind a port: MSI-X, a region with capabilities, PCI Express.</summary>
    public const string NetworkCard = "0000:02:00.0";

    /// <summary>The conventional bridge: what stands behind it is one group.</summary>
    public const string Bridge = "0000:00:08.0";

    /// <summary>edu behind the bridge, bound to vfio-pci.</summary>
    public const string BridgedEdu = "0000:03:01.0";

    /// <summary>A virtio device behind the bridge that its own driver has: the group is not viable.</summary>
    public const string BlockingDevice = "0000:03:03.0";
}

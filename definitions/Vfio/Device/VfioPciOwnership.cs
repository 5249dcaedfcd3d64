namespace IoctlSharp.Vfio;

/// <summary>What <c>Devid</c> of <see cref="VfioPciDependentDevice"/> says besides an iommufd id.</summary>
[KernelConstants("VFIO_PCI_DEVID_", Header = "linux/vfio.h")]
[Since("6.12")]
public enum VfioPciOwnership : int
{
    /// <summary>No id of its own, and owned with another device of its group.</summary>
    Owned = 0,

    /// <summary>Not the caller's: the reset is refused.</summary>
    NotOwned = -1,
}

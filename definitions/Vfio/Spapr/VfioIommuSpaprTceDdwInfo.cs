using System.Collections.Generic;

namespace IoctlSharp.Vfio;

/// <summary>What dynamic DMA windows can be created.</summary>
[KernelStruct("vfio_iommu_spapr_tce_ddw_info", Header = "linux/vfio.h")]
public partial struct VfioIommuSpaprTceDdwInfo
{
    /// <summary>A bit for each page size in bytes that a window can have.</summary>
    [CName("pgsizes")] public ulong PageSizes;

    /// <summary>How many windows there can be besides the default one's.</summary>
    public uint MaxDynamicWindowsSupported;

    /// <summary>The most levels that a window's table can have.</summary>
    public uint Levels;

    /// <summary>The page sizes as shifts, ascending: what <see cref="VfioIoctls.CreateSpaprWindow"/> takes here.</summary>
    public readonly IReadOnlyList<uint> PageShifts
    {
        get
        {
            List<uint> shifts = [];
            for (uint shift = 0; shift < 64; shift++)
            {
                if ((PageSizes >> (int)shift & 1) != 0)
                    shifts.Add(shift);
            }

            return shifts;
        }
    }
}

using IoctlSharp.Interop;
using IoctlSharp.Vfio;
using static IoctlSharp.Vfio.VfioIoctls;

namespace IoctlSharp.Spapr.Guest.Scenarios;

/// <summary>The numbers and sizes that this process uses: the only part that means something without a device.</summary>
internal static unsafe class NumbersScenario
{
    public static void Run(Checks checks, Platform platform)
    {
        checks.Equal("this process", platform.IsPower ? LinuxAbi.Ppc64le : LinuxAbi.X86_64, ProcessAbi.Current);
        // powerpc has its own direction bits: _IO is 1 << 29 there, and 0 elsewhere.
        uint none = platform.IsPower ? 0x2000_0000u : 0;
        IoctlCommand[] commands =
        [
            Commands.VFIO_GET_API_VERSION,
            Commands.VFIO_CHECK_EXTENSION,
            Commands.VFIO_SET_IOMMU,
            Commands.VFIO_GROUP_GET_STATUS,
            Commands.VFIO_GROUP_SET_CONTAINER,
            Commands.VFIO_GROUP_UNSET_CONTAINER,
            Commands.VFIO_GROUP_GET_DEVICE_FD,
            Commands.VFIO_DEVICE_GET_INFO,
            Commands.VFIO_DEVICE_GET_REGION_INFO,
        ];
        for (uint i = 0; i < commands.Length; i++)
            checks.Hexadecimal(commands[i].Name, none + 0x3b64 + i, commands[i].Number);

        checks.Hexadecimal("VFIO_DEVICE_RESET", none + 0x3b6f, Commands.VFIO_DEVICE_RESET.Number);
        checks.Hexadecimal("VFIO_IOMMU_SPAPR_TCE_GET_INFO", none + 0x3b70, Commands.VFIO_IOMMU_SPAPR_TCE_GET_INFO.Number);
        checks.Hexadecimal("VFIO_IOMMU_MAP_DMA", none + 0x3b71, Commands.VFIO_IOMMU_MAP_DMA.Number);
        checks.Hexadecimal("VFIO_IOMMU_UNMAP_DMA", none + 0x3b72, Commands.VFIO_IOMMU_UNMAP_DMA.Number);
        checks.Hexadecimal("VFIO_IOMMU_ENABLE", none + 0x3b73, Commands.VFIO_IOMMU_ENABLE.Number);
        checks.Hexadecimal("VFIO_IOMMU_DISABLE", none + 0x3b74, Commands.VFIO_IOMMU_DISABLE.Number);
        checks.Hexadecimal("VFIO_IOMMU_SPAPR_REGISTER_MEMORY", none + 0x3b75, Commands.VFIO_IOMMU_SPAPR_REGISTER_MEMORY.Number);
        checks.Hexadecimal("VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY", none + 0x3b76, Commands.VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY.Number);
        checks.Hexadecimal("VFIO_IOMMU_SPAPR_TCE_CREATE", none + 0x3b77, Commands.VFIO_IOMMU_SPAPR_TCE_CREATE.Number);
        checks.Hexadecimal("VFIO_IOMMU_SPAPR_TCE_REMOVE", none + 0x3b78, Commands.VFIO_IOMMU_SPAPR_TCE_REMOVE.Number);
        checks.Hexadecimal("VFIO_EEH_PE_OP", none + 0x3b79, Commands.VFIO_EEH_PE_OP.Number);

        checks.Hexadecimal("_IOR('x', 1, int)", platform.IsPower ? 0x4004_7801 : 0x8004_7801, new IoctlCommand("R", IoctlMacro.IOR, (byte)'x', 1, sizeof(int)).Number);
        checks.Hexadecimal("_IOW('x', 1, int)", platform.IsPower ? 0x8004_7801 : 0x4004_7801, new IoctlCommand("W", IoctlMacro.IOW, (byte)'x', 1, sizeof(int)).Number);
        checks.Hexadecimal("_IOWR('x', 1, int)", 0xc004_7801, new IoctlCommand("WR", IoctlMacro.IOWR, (byte)'x', 1, sizeof(int)).Number);

        checks.Equal("sizeof(struct vfio_iommu_spapr_tce_info)", 32, sizeof(VfioIommuSpaprTceInfo));
        checks.Equal("sizeof(struct vfio_iommu_spapr_tce_ddw_info)", 16, sizeof(VfioIommuSpaprTceDdwInfo));
        checks.Equal("sizeof(struct vfio_iommu_spapr_tce_create)", 40, sizeof(VfioIommuSpaprTceCreate));
        checks.Equal("sizeof(struct vfio_iommu_spapr_tce_remove)", 16, sizeof(VfioIommuSpaprTceRemove));
        checks.Equal("sizeof(struct vfio_iommu_spapr_register_memory)", 24, sizeof(VfioIommuSpaprRegisterMemory));
        checks.Equal("sizeof(struct vfio_iommu_type1_dma_map)", 32, sizeof(VfioIommuType1DmaMap));
        checks.Equal("sizeof(struct vfio_iommu_type1_dma_unmap)", 24, sizeof(VfioIommuType1DmaUnmap));
        checks.Equal("sizeof(struct vfio_eeh_pe_op)", 40, sizeof(VfioEehPeOp));
        checks.Equal("sizeof(struct vfio_eeh_pe_err)", 24, sizeof(VfioEehPeErr));

        VfioIommuSpaprTceInfo info = default;
        VfioIommuSpaprTceCreate create = default;
        VfioEehPeOp operation = default;
        checks.Equal("offset of vfio_iommu_spapr_tce_info.ddw", 16L, (byte*)&info.Ddw - (byte*)&info);
        checks.Equal("offset of vfio_iommu_spapr_tce_create.window_size", 16L, (byte*)&create.WindowSize - (byte*)&create);
        checks.Equal("offset of vfio_iommu_spapr_tce_create.levels", 24L, (byte*)&create.Levels - (byte*)&create);
        checks.Equal("offset of vfio_iommu_spapr_tce_create.start_addr", 32L, (byte*)&create.StartAddress - (byte*)&create);
        checks.Equal("offset of vfio_eeh_pe_op.err, behind a hole of 4 bytes", 16L, (byte*)&operation.Error - (byte*)&operation);
    }
}

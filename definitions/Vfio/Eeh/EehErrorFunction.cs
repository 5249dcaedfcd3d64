namespace IoctlSharp.Vfio;

/// <summary>What an injected error hits.</summary>
[KernelConstants("EEH_ERR_FUNC_", Header = "asm/eeh.h")]
public enum EehErrorFunction : uint
{
    /// <summary>A load from memory space: address error.</summary>
    [CName("EEH_ERR_FUNC_LD_MEM_ADDR")]
    LoadMemoryAddress = 0,

    /// <summary>A load from memory space: data error.</summary>
    [CName("EEH_ERR_FUNC_LD_MEM_DATA")]
    LoadMemoryData = 1,

    /// <summary>A load from I/O space: address error.</summary>
    [CName("EEH_ERR_FUNC_LD_IO_ADDR")]
    LoadIoAddress = 2,

    /// <summary>A load from I/O space: data error.</summary>
    [CName("EEH_ERR_FUNC_LD_IO_DATA")]
    LoadIoData = 3,

    /// <summary>A load from configuration space: address error.</summary>
    [CName("EEH_ERR_FUNC_LD_CFG_ADDR")]
    LoadConfigAddress = 4,

    /// <summary>A load from configuration space: data error.</summary>
    [CName("EEH_ERR_FUNC_LD_CFG_DATA")]
    LoadConfigData = 5,

    /// <summary>A store to memory space: address error.</summary>
    [CName("EEH_ERR_FUNC_ST_MEM_ADDR")]
    StoreMemoryAddress = 6,

    /// <summary>A store to memory space: data error.</summary>
    [CName("EEH_ERR_FUNC_ST_MEM_DATA")]
    StoreMemoryData = 7,

    /// <summary>A store to I/O space: address error.</summary>
    [CName("EEH_ERR_FUNC_ST_IO_ADDR")]
    StoreIoAddress = 8,

    /// <summary>A store to I/O space: data error.</summary>
    [CName("EEH_ERR_FUNC_ST_IO_DATA")]
    StoreIoData = 9,

    /// <summary>A store to configuration space: address error.</summary>
    [CName("EEH_ERR_FUNC_ST_CFG_ADDR")]
    StoreConfigAddress = 10,

    /// <summary>A store to configuration space: data error.</summary>
    [CName("EEH_ERR_FUNC_ST_CFG_DATA")]
    StoreConfigData = 11,

    /// <summary>A DMA read: address error.</summary>
    [CName("EEH_ERR_FUNC_DMA_RD_ADDR")]
    DmaReadAddress = 12,

    /// <summary>A DMA read: data error.</summary>
    [CName("EEH_ERR_FUNC_DMA_RD_DATA")]
    DmaReadData = 13,

    /// <summary>A DMA read: master error.</summary>
    [CName("EEH_ERR_FUNC_DMA_RD_MASTER")]
    DmaReadMaster = 14,

    /// <summary>A DMA read: target error.</summary>
    [CName("EEH_ERR_FUNC_DMA_RD_TARGET")]
    DmaReadTarget = 15,

    /// <summary>A DMA write: address error.</summary>
    [CName("EEH_ERR_FUNC_DMA_WR_ADDR")]
    DmaWriteAddress = 16,

    /// <summary>A DMA write: data error.</summary>
    [CName("EEH_ERR_FUNC_DMA_WR_DATA")]
    DmaWriteData = 17,

    /// <summary>A DMA write: master error.</summary>
    [CName("EEH_ERR_FUNC_DMA_WR_MASTER")]
    DmaWriteMaster = 18,

    /// <summary>A DMA write: target error.</summary>
    [CName("EEH_ERR_FUNC_DMA_WR_TARGET")]
    DmaWriteTarget = 19,

    /// <summary>The first.</summary>
    Min = LoadMemoryAddress,

    /// <summary>The last.</summary>
    Max = DmaWriteTarget,
}

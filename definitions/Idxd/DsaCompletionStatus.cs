namespace IoctlSharp.Idxd;

/// <summary>What became of an operation of the Data Streaming Accelerator.</summary>
[KernelConstants("DSA_COMP_", Header = "linux/idxd.h")]
public enum DsaCompletionStatus : byte
{
    /// <summary>Not done yet.</summary>
    None = 0x00,

    /// <summary>Done.</summary>
    Success = 0x01,

    /// <summary>Done, and the result was not the expected one.</summary>
    SuccessPred = 0x02,

    /// <summary>A page was not there, and the operation was not to wait for it.</summary>
    [CName("DSA_COMP_PAGE_FAULT_NOBOF")]
    PageFaultNoBlock = 0x03,

    /// <summary>A page was not there, and the system did not bring it.</summary>
    [CName("DSA_COMP_PAGE_FAULT_IR")]
    PageFaultInvalidResponse = 0x04,

    /// <summary>A descriptor of the batch failed.</summary>
    BatchFail = 0x05,

    /// <summary>The page of a batch's descriptors was not there.</summary>
    BatchPageFault = 0x06,

    /// <summary>An offset of a delta record is not above the one before.</summary>
    DrOffsetNoinc = 0x07,

    /// <summary>An offset of a delta record lies outside of the buffer.</summary>
    DrOffsetErange = 0x08,

    /// <summary>Protection information did not match.</summary>
    [CName("DSA_COMP_DIF_ERR")]
    DifError = 0x09,

    /// <summary>The device has no such operation.</summary>
    BadOpcode = 0x10,

    /// <summary>A flag is not one of the operation.</summary>
    InvalidFlags = 0x11,

    /// <summary>A reserved field is not zero.</summary>
    [CName("DSA_COMP_NOZERO_RESERVE")]
    ReservedNotZero = 0x12,

    /// <summary>The size is out of range.</summary>
    XferErange = 0x13,

    /// <summary>The number of descriptors is out of range.</summary>
    DescCntErange = 0x14,

    /// <summary>The size of the delta record is out of range.</summary>
    DrErange = 0x15,

    /// <summary>Buffers overlap.</summary>
    OverlapBuffers = 0x16,

    /// <summary>The two destinations do not have the same offset in their pages.</summary>
    [CName("DSA_COMP_DCAST_ERR")]
    DualCastError = 0x17,

    /// <summary>The list of descriptors is not aligned.</summary>
    DesclistAlign = 0x18,

    /// <summary>The interrupt is not one of the caller.</summary>
    [CName("DSA_COMP_INT_HANDLE_INVAL")]
    IntHandleInvalid = 0x19,

    /// <summary>The completion record's page is not there.</summary>
    CraXlat = 0x1a,

    /// <summary>The completion record is not aligned.</summary>
    CraAlign = 0x1b,

    /// <summary>An address is not aligned.</summary>
    AddrAlign = 0x1c,

    /// <summary>The privilege is not one the queue has.</summary>
    PrivBad = 0x1d,

    /// <summary>The traffic class is not one that is set up.</summary>
    TrafficClassConf = 0x1e,

    /// <summary>The page of a read-back address was not there.</summary>
    PfaultRdba = 0x1f,

    /// <summary>The hardware failed.</summary>
    HwErr1 = 0x20,

    /// <summary>The hardware failed at a read-back.</summary>
    HwErrDrb = 0x21,

    /// <summary>A translation failed.</summary>
    TranslationFail = 0x22,

    /// <summary>A drain met an entry of the event log.</summary>
    [Since("6.12")]
    DrainEvl = 0x26,

    /// <summary>A descriptor of the batch failed, and the event log says how.</summary>
    [Since("6.12")]
    BatchEvlErr = 0x27,
}

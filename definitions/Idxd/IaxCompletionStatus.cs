namespace IoctlSharp.Idxd;

/// <summary>What became of an operation of the In-Memory Analytics Accelerator.</summary>
[KernelConstants("IAX_COMP_", Header = "linux/idxd.h")]
public enum IaxCompletionStatus : byte
{
    /// <summary>Not done yet.</summary>
    None = 0x00,

    /// <summary>Done.</summary>
    Success = 0x01,

    /// <summary>A page was not there, and the system did not bring it.</summary>
    [CName("IAX_COMP_PAGE_FAULT_IR")]
    PageFaultInvalidResponse = 0x04,

    /// <summary>The operation failed: the error code says how.</summary>
    AnalyticsError = 0x0a,

    /// <summary>The output does not fit.</summary>
    OutbufOverflow = 0x0b,

    /// <summary>The device has no such operation.</summary>
    BadOpcode = 0x10,

    /// <summary>A flag is not one of the operation.</summary>
    InvalidFlags = 0x11,

    /// <summary>A reserved field is not zero.</summary>
    [CName("IAX_COMP_NOZERO_RESERVE")]
    ReservedNotZero = 0x12,

    /// <summary>A size is invalid.</summary>
    InvalidSize = 0x13,

    /// <summary>Buffers overlap.</summary>
    OverlapBuffers = 0x16,

    /// <summary>The interrupt is not one of the caller.</summary>
    [CName("IAX_COMP_INT_HANDLE_INVAL")]
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

    /// <summary>The system did not answer a page request in time.</summary>
    PrsTimeout = 0x23,

    /// <summary>The operation took too long.</summary>
    Watchdog = 0x24,

    /// <summary>A flag of compression is invalid.</summary>
    InvalidCompFlag = 0x30,

    /// <summary>A flag of the filter is invalid.</summary>
    InvalidFilterFlag = 0x31,

    /// <summary>The size of the input is invalid.</summary>
    InvalidInputSize = 0x32,

    /// <summary>The number of elements is invalid.</summary>
    InvalidNumElems = 0x33,

    /// <summary>The width of the first source's elements is invalid.</summary>
    InvalidSrc1Width = 0x34,

    /// <summary>The output cannot be inverted.</summary>
    InvalidInvertOut = 0x35,
}

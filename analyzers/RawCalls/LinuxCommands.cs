using System.Collections.Generic;
using System.Linq;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>
/// Commands of Linux that public code declares wrongly time and again: a by-value argument taken for a pointer or the reverse, a macro's type that is not the
/// argument's. Numbers and sizes are those of x86-64; a test compares them with the headers.
/// </summary>
internal static class LinuxCommands
{
    // Name, number, whether every architecture has it, form, bytes behind the pointer.
    private static readonly (string Name, uint Number, bool IsSameEverywhere, ArgumentForm Form, int Size)[] s_rows =
    [
        ("TUNSETIFF", 0x400454ca, false, ArgumentForm.Pointer, 40),
        ("TUNGETIFF", 0x800454d2, false, ArgumentForm.Pointer, 40),
        ("TUNSETPERSIST", 0x400454cb, false, ArgumentForm.Value, 0),
        ("TUNSETOWNER", 0x400454cc, false, ArgumentForm.Value, 0),
        ("BLKROGET", 0x125e, false, ArgumentForm.Pointer, 4),
        ("BLKGETSIZE", 0x1260, false, ArgumentForm.Pointer, 8),
        ("BLKSSZGET", 0x1268, false, ArgumentForm.Pointer, 4),
        ("BLKPBSZGET", 0x127b, false, ArgumentForm.Pointer, 4),
        ("BLKBSZGET", 0x80081270, false, ArgumentForm.Pointer, 4),
        ("BLKGETSIZE64", 0x80081272, false, ArgumentForm.Pointer, 8),
        ("FS_IOC_GETFLAGS", 0x80086601, false, ArgumentForm.Pointer, 4),
        ("FS_IOC_SETFLAGS", 0x40086602, false, ArgumentForm.Pointer, 4),
        ("FS_IOC_GETVERSION", 0x80087601, false, ArgumentForm.Pointer, 4),
        ("FICLONE", 0x40049409, false, ArgumentForm.Value, 0),
        ("USBDEVFS_SETCONFIGURATION", 0x80045505, false, ArgumentForm.Pointer, 4),
        ("USBDEVFS_SUBMITURB", 0x8038550a, false, ArgumentForm.Pointer, 56),
        ("USBDEVFS_CLAIMINTERFACE", 0x8004550f, false, ArgumentForm.Pointer, 4),
        ("USBDEVFS_RELEASEINTERFACE", 0x80045510, false, ArgumentForm.Pointer, 4),
        ("USBDEVFS_RESET", 0x5514, false, ArgumentForm.None, 0),
        ("KDGKBTYPE", 0x4b33, true, ArgumentForm.Pointer, 1),
        ("KDSETMODE", 0x4b3a, true, ArgumentForm.Value, 0),
        ("KDGETMODE", 0x4b3b, true, ArgumentForm.Pointer, 4),
        ("I2C_SLAVE", 0x703, true, ArgumentForm.Value, 0),
        ("I2C_SLAVE_FORCE", 0x706, true, ArgumentForm.Value, 0),
        ("I2C_FUNCS", 0x705, true, ArgumentForm.Pointer, 8),
        ("I2C_RDWR", 0x707, true, ArgumentForm.Pointer, 16),
        ("I2C_SMBUS", 0x720, true, ArgumentForm.Pointer, 16),
        ("SPI_IOC_WR_MODE", 0x40016b01, false, ArgumentForm.Pointer, 1),
        ("SPI_IOC_WR_MAX_SPEED_HZ", 0x40046b04, false, ArgumentForm.Pointer, 4),
        ("KVM_GET_API_VERSION", 0xae00, false, ArgumentForm.None, 0),
        ("KVM_CREATE_VM", 0xae01, false, ArgumentForm.Value, 0),
        ("KVM_CHECK_EXTENSION", 0xae03, false, ArgumentForm.Value, 0),
        ("KVM_CREATE_VCPU", 0xae41, false, ArgumentForm.Value, 0),
        ("KVM_RUN", 0xae80, false, ArgumentForm.None, 0),
        ("TCSBRK", 0x5409, false, ArgumentForm.Value, 0),
        ("TCFLSH", 0x540b, false, ArgumentForm.Value, 0),
        ("TIOCSCTTY", 0x540e, false, ArgumentForm.Value, 0),
        ("TIOCGPGRP", 0x540f, false, ArgumentForm.Pointer, 4),
        ("TIOCSPGRP", 0x5410, false, ArgumentForm.Pointer, 4),
        ("TIOCSTI", 0x5412, false, ArgumentForm.Pointer, 1),
        ("TIOCGWINSZ", 0x5413, false, ArgumentForm.Pointer, 8),
        ("TIOCSWINSZ", 0x5414, false, ArgumentForm.Pointer, 8),
        ("FIONREAD", 0x541b, false, ArgumentForm.Pointer, 4),
        ("FIONBIO", 0x5421, false, ArgumentForm.Pointer, 4),
        ("LOOP_SET_FD", 0x4c00, true, ArgumentForm.Value, 0),
        ("LOOP_CLR_FD", 0x4c01, true, ArgumentForm.None, 0),
        ("LOOP_CTL_GET_FREE", 0x4c82, true, ArgumentForm.None, 0),
        ("EVIOCGRAB", 0x40044590, false, ArgumentForm.Value, 0),
        ("RTC_RD_TIME", 0x80247009, false, ArgumentForm.Pointer, 36),
    ];

    public static IEnumerable<KnownCommandModel> All { get; } =
        s_rows.Select(row => new KnownCommandModel(row.Name, row.Number, row.IsSameEverywhere, row.Form, Argument: null, row.Size, Method: null)).ToArray();
}

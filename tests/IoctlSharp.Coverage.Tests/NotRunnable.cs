using System.Collections.Generic;

namespace IoctlSharp.Coverage.Tests;

/// <summary>What no virtual machine can be made to do, and why.</summary>
internal static class NotRunnable
{
    private const string NoAccelerator = "no emulator has an accelerator of the uacce framework (HiSilicon Kunpeng), and without one there is no file to call it on";

    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
        ["UACCE_CMD_START_Q"] = NoAccelerator,
        ["UACCE_CMD_PUT_Q"] = NoAccelerator,
        ["UACCE_CMD_QM_SET_QP_CTX"] = NoAccelerator,
        ["UACCE_CMD_QM_SET_QP_INFO"] = NoAccelerator,
    };
}

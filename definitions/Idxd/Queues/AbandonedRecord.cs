using System;
using System.Runtime.InteropServices;

namespace IoctlSharp.Idxd;

/// <summary>
/// The memory of a completion record that was disposed while an operation was in flight. The device will write to it: it is freed once that happened, or once the portal is closed, which waits
/// for all operations. The garbage collector asks, now and then.
/// </summary>
#if NET
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
internal sealed class AbandonedRecord(IntPtr block, IntPtr record, IdxdPortal portal)
{
    ~AbandonedRecord()
    {
        if (IdxdCompletion.LoadStatus(record) == 0 && !portal.IsDrained)
        {
            if (!Environment.HasShutdownStarted)
                GC.ReRegisterForFinalize(this);
            return;
        }

        portal.GiveBack();
        Marshal.FreeHGlobal(block);
    }
}

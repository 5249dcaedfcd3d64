using IoctlSharp;

namespace Mistakes;

/// <summary>The alarm of a clock. C's <c>unsigned char</c> is no <c>bool</c>: only 0 and 1 of its 256 values are.</summary>
[KernelStruct("rtc_wkalrm", Header = "linux/rtc.h")]
public partial struct RtcWakeAlarm
{
    /// <summary>Whether it is set.</summary>
    public bool Enabled;

    /// <summary>Whether it went off.</summary>
    public byte Pending;
}

namespace IoctlSharp.Idxd;

/// <summary>How a portal brings descriptors to its queue.</summary>
public enum IdxdSubmission
{
    /// <summary><c>ENQCMD</c> into the mapped page of a shared queue: the device says whether it took the descriptor.</summary>
    Enqcmd,

    /// <summary><c>MOVDIR64B</c> into the mapped page of a dedicated queue: nobody says anything, so the portal counts.</summary>
    Movdir64B,

    /// <summary><c>write</c> on the queue's file: the page of a device under INTEL-SA-01084 can be mapped with CAP_SYS_RAWIO only, and the kernel looks at each descriptor.</summary>
    Write,
}

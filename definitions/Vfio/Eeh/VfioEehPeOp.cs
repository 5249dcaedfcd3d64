namespace IoctlSharp.Vfio;

/// <summary>An EEH operation on every group of the container.</summary>
[KernelStruct("vfio_eeh_pe_op", Header = "linux/vfio.h", Untranslated = true)]
public partial struct VfioEehPeOp
{
    [ArgSize] private uint _argsz;
    [Reserved] private uint _flags;

    /// <summary>What to do.</summary>
    [CName("op")] public VfioEehOperation Operation;

    /// <summary>The error, for <see cref="VfioEehOperation.InjectError"/> alone. In C the only arm of an anonymous union.</summary>
    [ValidWhen(nameof(Operation), VfioEehOperation.InjectError), CName("err")] public VfioEehPeErr Error;
}

namespace IoctlSharp.Generator.Model;

/// <summary>How a struct or scalar reaches the kernel.</summary>
public enum PassingForm
{
    /// <summary>The kernel reads; a copy is sent.</summary>
    In,

    /// <summary>The kernel writes; zeroed before the call.</summary>
    Out,

    /// <summary>Both.</summary>
    Ref,
}

namespace IoctlSharp.Generator.Layout;

/// <summary>The runtimes that lay structs out differently.</summary>
public enum ClrRuntime
{
    /// <summary>CoreCLR and NativeAOT: a stated size is taken as it is, rounded to nothing.</summary>
    CoreClr,

    /// <summary>Mono: a stated size of a sequential struct is rounded up to the struct's alignment.</summary>
    Mono,
}

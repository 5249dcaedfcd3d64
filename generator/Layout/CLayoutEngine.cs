namespace IoctlSharp.Generator.Layout;

/// <summary>
/// The layout that gcc and clang give a struct on Linux. Total: whatever the definition says, it answers, and never throws.
/// </summary>
public static class CLayoutEngine
{
    /// <summary>
    /// The layout of a definition. Where the definition has a fault, the faulty part counts as nothing (a negative length as 0, a bad
    /// alignment as none, a type nested too deeply as empty) and what grows too large stops at <see cref="int.MaxValue"/>.
    /// </summary>
    public static StructLayout Compute(CStruct definition, DataModel model) => new CLayoutPass(model).Compute(definition);

    /// <summary>The layout of a definition, and whether C has exactly that.</summary>
    /// <param name="definition">The struct or union.</param>
    /// <param name="model">The data model.</param>
    /// <param name="layout">As <see cref="Compute"/> gives it.</param>
    /// <param name="fault">The first fault in declaration order; null when the result is true.</param>
    public static bool TryCompute(CStruct definition, DataModel model, out StructLayout layout, out LayoutFault? fault)
    {
        var pass = new CLayoutPass(model);
        layout = pass.Compute(definition);
        fault = pass.Fault;
        return fault is null;
    }

    /// <summary>sizeof, in bytes.</summary>
    public static int SizeOf(CType type, DataModel model) => new CLayoutPass(model).TypeOf(type).Size;

    /// <summary>The alignment of a member of that type, in bytes: <c>_Alignof</c>, which on i386 is 4 for a 64-bit integer.</summary>
    public static int AlignmentOf(CType type, DataModel model) => new CLayoutPass(model).TypeOf(type).Alignment;
}

using IoctlSharp.Generator.Layout;

namespace IoctlSharp.Generator.Model;

/// <summary>A valid <c>[KernelStruct]</c> or <c>[KernelUnion]</c> with everything its emitted part needs.</summary>
/// <param name="Hierarchy">Where it stands.</param>
/// <param name="Target">What emitted code may use.</param>
/// <param name="Shape">Its C side.</param>
/// <param name="Header">The header that declares it; empty when not stated.</param>
/// <param name="Since">The version of Linux that it came with; empty when not stated.</param>
/// <param name="Fields">Its fields in order.</param>
/// <param name="EmitsLayout">The user wrote no <c>[StructLayout]</c>.</param>
/// <param name="EmitsSummary">The user wrote no documentation.</param>
/// <param name="EmitsRemarks">The user wrote no remarks.</param>
/// <param name="EmitsToString">The user wrote no <c>ToString</c>.</param>
/// <param name="LayoutGuard">Set where a 64-bit kernel misreads it, or a part of it, of some 32-bit process.</param>
/// <param name="Capabilities">The field that holds the offset of the first capability.</param>
public sealed record StructModel(
    HierarchyModel Hierarchy,
    TargetModel Target,
    ShapeModel Shape,
    string Header,
    string Since,
    EquatableArray<FieldModel> Fields,
    bool EmitsLayout,
    bool EmitsSummary,
    bool EmitsRemarks,
    bool EmitsToString,
    LayoutGuardModel? LayoutGuard,
    CapabilityOffsetModel? Capabilities);

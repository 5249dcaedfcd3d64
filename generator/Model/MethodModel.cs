namespace IoctlSharp.Generator.Model;

/// <summary>One valid <c>[Ioctl]</c> method.</summary>
/// <param name="Signature">Its head.</param>
/// <param name="Command">The command it makes.</param>
/// <param name="Descriptor">The file descriptor.</param>
/// <param name="Argument">The third argument.</param>
/// <param name="Inputs">Parameters written to fields.</param>
/// <param name="Outputs">Parameters read from fields.</param>
/// <param name="Presets">Constant bits.</param>
/// <param name="SpanRules">How long its spans must be.</param>
/// <param name="TailStruct">The struct that stands behind the argument.</param>
/// <param name="Tail">What stands behind the last struct.</param>
/// <param name="AskAgain">The ask-again protocol.</param>
/// <param name="Result">What it returns.</param>
/// <param name="NumberParameter">The parameter that is added to the number; empty when none is.</param>
/// <param name="LayoutGuards">The structs with which a 32-bit process cannot make it.</param>
/// <param name="Retry">Made again on EINTR.</param>
public sealed record MethodModel(
    SignatureModel Signature,
    CommandModel Command,
    DescriptorModel Descriptor,
    ArgumentModel Argument,
    EquatableArray<BindingModel> Inputs,
    EquatableArray<OutputModel> Outputs,
    EquatableArray<PresetModel> Presets,
    EquatableArray<SpanRuleModel> SpanRules,
    TailStructModel? TailStruct,
    TailModel? Tail,
    AskAgainModel? AskAgain,
    ResultModel Result,
    string NumberParameter,
    EquatableArray<LayoutGuardModel> LayoutGuards,
    bool Retry);

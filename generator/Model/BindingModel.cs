using IoctlSharp.Generator.Layout;

namespace IoctlSharp.Generator.Model;

/// <summary>A parameter that is written to a field of the struct before the call.</summary>
public abstract record BindingModel
{
    private BindingModel()
    {
    }

    /// <summary>A value.</summary>
    public sealed record Value(string Parameter, FieldPathModel Field) : BindingModel;

    /// <summary>The fd of a handle.</summary>
    /// <param name="Parameter">The handle.</param>
    /// <param name="Field">The field.</param>
    /// <param name="FieldType">Its type, as C# writes it.</param>
    /// <param name="IsOptional">Null writes -1 (else it is refused).</param>
    public sealed record Handle(string Parameter, FieldPathModel Field, string FieldType, bool IsOptional) : BindingModel;

    /// <summary>The address of a span, and how long it is.</summary>
    /// <param name="Parameter">The span.</param>
    /// <param name="Field">The pointer field.</param>
    /// <param name="Element">The C type of an element.</param>
    /// <param name="Lengths">The fields that say how long it is.</param>
    public sealed record Elements(string Parameter, FieldPathModel Field, CType Element, EquatableArray<LengthModel> Lengths) : BindingModel;

    /// <summary>The address of a copy of one struct, and how long it is.</summary>
    /// <param name="Parameter">The struct.</param>
    /// <param name="Form">Who writes it.</param>
    /// <param name="Type">Its type, as C# writes it.</param>
    /// <param name="Field">The pointer field.</param>
    /// <param name="CType">Its C type.</param>
    /// <param name="Lengths">The fields that say how long it is.</param>
    public sealed record Pointee(string Parameter, PassingForm Form, string Type, FieldPathModel Field, CType CType, EquatableArray<LengthModel> Lengths) : BindingModel;
}

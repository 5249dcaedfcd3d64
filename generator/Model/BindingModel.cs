namespace IoctlSharp.Generator.Model;

/// <summary>A parameter that is written to a field of the struct before the call.</summary>
public abstract record BindingModel
{
    private BindingModel()
    {
    }

    /// <summary>A value.</summary>
    public sealed record Value(string Parameter, string Field) : BindingModel;

    /// <summary>The fd of a handle; null writes -1.</summary>
    public sealed record Handle(string Parameter, string Field, string FieldType) : BindingModel;

    /// <summary>The address of a span, and its length in elements.</summary>
    /// <param name="Parameter">The span.</param>
    /// <param name="Field">The pointer field.</param>
    /// <param name="LengthField">The field that takes the length; empty when none does.</param>
    /// <param name="LengthType">That field's type.</param>
    /// <param name="LengthLimit">The longest length that type holds; <c>int.MaxValue</c> when it holds every length.</param>
    public sealed record Elements(string Parameter, string Field, string LengthField, string LengthType, int LengthLimit) : BindingModel;
}

namespace IoctlSharp.Generator.Model;

/// <summary>The third argument of the ioctl.</summary>
public abstract record ArgumentModel
{
    private ArgumentModel()
    {
    }

    /// <summary>There is none: zero is passed.</summary>
    public sealed record None : ArgumentModel;

    /// <summary>The argument is the integer, the enum or the pointer itself.</summary>
    /// <param name="Parameter">The parameter.</param>
    /// <param name="Conversion">A format with <c>{0}</c> for the parameter that makes it an <c>nuint</c>.</param>
    public sealed record Value(string Parameter, string Conversion) : ArgumentModel;

    /// <summary>The fd of a handle: by value, or a pointer to it.</summary>
    public sealed record Handle(string Parameter, bool ByPointer) : ArgumentModel;

    /// <summary>A pointer to a struct or scalar that is a parameter.</summary>
    /// <param name="Parameter">The parameter.</param>
    /// <param name="Form">Who writes.</param>
    /// <param name="Type">The type, as C# writes it.</param>
    /// <param name="Shape">Set for a kernel struct.</param>
    public sealed record Reference(string Parameter, PassingForm Form, string Type, ShapeModel? Shape) : ArgumentModel;

    /// <summary>A pointer to a struct that no parameter is: it starts as zero (<c>Argument =</c>, or the result).</summary>
    public sealed record Local(ShapeModel Shape) : ArgumentModel;

    /// <summary>A pointer to the elements of a span.</summary>
    public sealed record Elements(string Parameter, int ElementSize) : ArgumentModel;

    /// <summary>A pointer to NUL-terminated bytes.</summary>
    public sealed record Text(string Parameter) : ArgumentModel;
}

using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Emission;

/// <summary>Writes what stands for an array field: methods, and a span where a span over a field is safe; a string for text.</summary>
public static class ArrayEmitter
{
    public static void Emit(CodeWriter writer, FieldModel field, ArrayModel array, TargetModel target)
    {
        if (array.IsText)
        {
            EmitText(writer, field, array);
            return;
        }

        // The methods are there for every target: a library's netstandard2.0 surface is a subset of its net8.0 one.
        EmitMethods(writer, field, array);
        if (target.HasFieldSpans)
        {
            writer.Line();
            EmitSpan(writer, field, array);
        }
    }

    /// <summary>The first element, as something a <c>ref</c> can be taken of.</summary>
    public static string First(FieldModel field, ArrayModel array)
        => array.IsFixedBuffer ? $"{Names.Own(field.Name)}[0]" : $"{Names.Unsafe}.As<{field.Type}, {array.ElementType}>(ref {Names.Own(field.Name)})";

    private static string Unsafe(ArrayModel array) => array.IsFixedBuffer ? "unsafe " : "";

    private static void EmitText(CodeWriter writer, FieldModel field, ArrayModel array)
    {
        string first = array.ElementType == "byte" ? First(field, array) : $"{Names.Unsafe}.As<{array.ElementType}, byte>(ref {First(field, array)})";
        writer.Line($"/// <summary><c>{Literal.Xml(field.CName)}</c>: NUL-terminated text of at most {array.Length - 1} bytes of UTF-8.</summary>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">The text does not fit, or holds a NUL.</exception>");
        using (writer.Block($"{field.Accessibility} {Unsafe(array)}string {field.PropertyName}"))
        {
            writer.Line($"get => {Names.Interop}.CStringField.Read(ref {first}, {array.Length});");
            writer.Line($"set => {Names.Interop}.CStringField.Write(ref {first}, {array.Length}, value, {Literal.String(field.CName)});");
        }
    }

    private static void EmitSpan(CodeWriter writer, FieldModel field, ArrayModel array)
    {
        writer.Line($"/// <summary><c>{Literal.Xml(field.CName)}</c>: {array.Length} elements, the struct's own bytes.</summary>");
        writer.Line(Names.UnscopedRef);
        writer.Line($"{field.Accessibility} {Unsafe(array)}global::System.Span<{array.ElementType}> {field.PropertyName}");
        writer.Continuation($"=> {Names.MemoryMarshal}.CreateSpan(ref {First(field, array)}, {array.Length});");
    }

    private static void EmitMethods(CodeWriter writer, FieldModel field, ArrayModel array)
    {
        string name = field.PropertyName.TrimStart('@');
        string element = array.ElementType;
        string elements = $"{Names.Interop}.ArrayField";
        string first = First(field, array);
        writer.Line($"/// <summary>One of the {array.Length} elements of <c>{Literal.Xml(field.CName)}</c>.</summary>");
        writer.Line($"{field.Accessibility} {Unsafe(array)}{element} Get{name}(int index) => {elements}.Get(ref {first}, {array.Length}, index);");
        writer.Line();
        writer.Line($"/// <summary>Sets one of the {array.Length} elements of <c>{Literal.Xml(field.CName)}</c>.</summary>");
        writer.Line($"{field.Accessibility} {Unsafe(array)}void Set{name}(int index, {element} value) => {elements}.Set(ref {first}, {array.Length}, index, value);");
        writer.Line();
        writer.Line($"/// <summary>Sets <c>{Literal.Xml(field.CName)}</c>; what the source does not fill is zero. At most {array.Length} elements.</summary>");
        writer.Line($"{field.Accessibility} {Unsafe(array)}void Set{name}(global::System.ReadOnlySpan<{element}> source) => {elements}.Set(ref {first}, {array.Length}, source);");
        writer.Line();
        writer.Line($"/// <summary>Copies the {array.Length} elements of <c>{Literal.Xml(field.CName)}</c>.</summary>");
        writer.Line($"{field.Accessibility} {Unsafe(array)}void Copy{name}To(global::System.Span<{element}> destination) => {elements}.CopyTo(ref {first}, {array.Length}, destination);");
    }
}

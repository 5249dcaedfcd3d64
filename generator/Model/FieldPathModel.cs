namespace IoctlSharp.Generator.Model;

/// <summary>A field that a call writes or reads.</summary>
/// <param name="Path">Its name, as C# writes it; in a nested struct with the names on the way to it: <c>Bitmap.Data</c>.</param>
/// <param name="IsInTail">It begins in the struct behind the argument.</param>
public sealed record FieldPathModel(string Path, bool IsInTail);

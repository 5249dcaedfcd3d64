namespace IoctlSharp.Generator.Model;

/// <summary>An <c>out</c> parameter that is read from a field of the struct after the call.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Field">The field.</param>
/// <param name="Type">The parameter's type without annotation, as C# writes it.</param>
/// <param name="IsHandle">It owns the fd in the field.</param>
/// <param name="IsNullable">A negative fd gives null (else an invalid handle).</param>
public sealed record OutputModel(string Parameter, FieldPathModel Field, string Type, bool IsHandle, bool IsNullable);

namespace IoctlSharp.Generator.Model;

/// <summary>The results of a call.</summary>
/// <param name="Form">What it returns.</param>
/// <param name="Type">The type it returns, without annotation, as C# writes it.</param>
/// <param name="Field">The field that is returned; null when none is.</param>
/// <param name="ValueParameter">The <c>[ReturnValue] out</c> parameter; empty when there is none.</param>
/// <param name="ValueType">Its type.</param>
/// <param name="HandleParameter">The <c>out</c> handle of a new fd; empty when there is none.</param>
/// <param name="HandleType">The type of the handle that owns a new fd, whether parameter or result; empty when there is none.</param>
/// <param name="IsNullable">A negative fd in the returned field gives null (else an invalid handle).</param>
/// <param name="BufferParameter">The <c>out</c> buffer of an ask-again call; empty when there is none.</param>
public sealed record ResultModel(
    ResultForm Form,
    string Type,
    FieldPathModel? Field = null,
    string ValueParameter = "",
    string ValueType = "",
    string HandleParameter = "",
    string HandleType = "",
    bool IsNullable = false,
    string BufferParameter = "");

namespace IoctlSharp.Generator.Model;

/// <summary>The results of a call.</summary>
/// <param name="Form">What it returns.</param>
/// <param name="Type">The type it returns, without annotation, as C# writes it.</param>
/// <param name="Field">The field that is returned; empty when none is.</param>
/// <param name="ValueParameter">The <c>[ReturnValue] out</c> parameter; empty when there is none.</param>
/// <param name="ValueType">Its type.</param>
/// <param name="HandleParameter">The <c>out</c> handle of a new fd; empty when there is none.</param>
/// <param name="HandleType">Its type.</param>
/// <param name="BufferParameter">The <c>out</c> buffer of an ask-again call; empty when there is none.</param>
public sealed record ResultModel(
    ResultForm Form,
    string Type,
    string Field = "",
    string ValueParameter = "",
    string ValueType = "",
    string HandleParameter = "",
    string HandleType = "",
    string BufferParameter = "");

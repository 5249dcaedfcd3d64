namespace IoctlSharp.Generator.Model;

/// <summary>An array field.</summary>
/// <param name="ElementType">The element's type, as C# writes it.</param>
/// <param name="Length">The number of elements.</param>
/// <param name="IsFixedBuffer">A <c>fixed</c> buffer (else an <c>[InlineArray]</c> struct).</param>
/// <param name="IsText">NUL-terminated text: <c>[CString]</c>.</param>
public sealed record ArrayModel(string ElementType, int Length, bool IsFixedBuffer, bool IsText);

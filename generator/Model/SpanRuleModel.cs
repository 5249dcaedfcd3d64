using IoctlSharp.Generator.Layout;

namespace IoctlSharp.Generator.Model;

/// <summary>How long a span must be, because the kernel takes it for granted.</summary>
public abstract record SpanRuleModel(string Parameter)
{
    /// <summary>So many elements.</summary>
    public sealed record Exactly(string Parameter, int Length) : SpanRuleModel(Parameter);

    /// <summary>As many elements as that, or more.</summary>
    public sealed record AtLeast(string Parameter, OperandModel Length) : SpanRuleModel(Parameter);

    /// <summary>A bit for each page of a range.</summary>
    public sealed record BitPerPage(string Parameter, CType Element, OperandModel Length, OperandModel PageSize) : SpanRuleModel(Parameter);
}

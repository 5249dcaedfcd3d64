using IoctlSharp.Generator.Layout;

namespace IoctlSharp.Generator.Model;

/// <summary>What stands behind the last struct of a call.</summary>
public abstract record TailModel
{
    private TailModel()
    {
    }

    /// <summary>A span of elements; a writable one is copied back.</summary>
    public sealed record Elements(string Parameter, string ElementType, CType Element, bool IsWritable) : TailModel;

    /// <summary>A span of handles, sent as fds.</summary>
    public sealed record Handles(string Parameter, string HandleType) : TailModel;

    /// <summary>One scalar, or one struct whose fields nothing else of the call sets.</summary>
    public sealed record Single(string Parameter, PassingForm Form, string Type, CType CType) : TailModel;
}

namespace IoctlSharp.Generator.Model;

/// <summary>What a call returns.</summary>
public enum ResultForm
{
    /// <summary>Nothing; throws.</summary>
    Void,

    /// <summary>The error; never throws.</summary>
    Errno,

    /// <summary>The ioctl's own value; throws on error.</summary>
    Value,

    /// <summary>The struct; throws on error.</summary>
    Struct,

    /// <summary>The struct behind the argument; throws on error.</summary>
    Tail,

    /// <summary>A field of either struct; throws on error.</summary>
    Field,

    /// <summary>A handle that owns the new fd; throws on error.</summary>
    Handle,

    /// <summary>What an ask-again call returned; throws on error.</summary>
    Buffer,
}

namespace IoctlSharp;

/// <summary>A struct that says where a chain of capabilities begins. Implemented by generated code for a struct with <see cref="CapabilityOffsetAttribute"/>.</summary>
public interface ICapabilitySource
{
    /// <summary>The offset of the first capability from the start of the struct, in bytes; 0 when there is none.</summary>
    uint CapabilityOffset { get; }
}

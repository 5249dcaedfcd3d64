namespace IoctlSharp.Generator.Reading;

/// <summary>Metadata names of the vocabulary. The runtime's own names are checked against these by a test.</summary>
public static class KnownNames
{
    public const string Namespace = "IoctlSharp";

    public const string KernelStruct = "IoctlSharp.KernelStructAttribute";
    public const string KernelUnion = "IoctlSharp.KernelUnionAttribute";
    public const string KernelConstants = "IoctlSharp.KernelConstantsAttribute";
    public const string IoctlGroup = "IoctlSharp.IoctlGroupAttribute";
    public const string Ioctl = "IoctlSharp.IoctlAttribute";

    public const string CName = "CNameAttribute";
    public const string ArgSize = "ArgSizeAttribute";
    public const string Reserved = "ReservedAttribute";
    public const string Bits = "BitsAttribute";
    public const string Alias = "AliasAttribute";
    public const string Aligned = "AlignedAttribute";
    public const string Union = "UnionAttribute";
    public const string CapabilityOffset = "CapabilityOffsetAttribute";
    public const string Tail = "TailAttribute";
    public const string TailCount = "TailCountAttribute";
    public const string CString = "CStringAttribute";

    public const string Since = "SinceAttribute";
    public const string FailsWith = "FailsWithAttribute";
    public const string Field = "FieldAttribute";
    public const string Preset = "PresetAttribute";
    public const string Number = "NumberAttribute";
    public const string ReturnValue = "ReturnValueAttribute";
    public const string AskAgain = "AskAgainAttribute";

    public const string FixedLength = "FixedLengthAttribute";
    public const string MinimumLength = "MinimumLengthAttribute";
    public const string BitPerPage = "BitPerPageAttribute";

    public const string ValidWhen = "ValidWhenAttribute";
    public const string ZeroWhen = "ZeroWhenAttribute";
    public const string ExactlyOne = "ExactlyOneAttribute";
    public const string AtLeastOne = "AtLeastOneAttribute";
    public const string Excludes = "ExcludesAttribute";
    public const string Requires = "RequiresAttribute";
    public const string PageAligned = "PageAlignedAttribute";
    public const string AlignedTo = "AlignedToAttribute";
    public const string PowerOfTwo = "PowerOfTwoAttribute";
    public const string NonZero = "NonZeroAttribute";
    public const string Range = "RangeAttribute";
    public const string Refused = "RefusedAttribute";
    public const string TailWhen = "TailWhenAttribute";
    public const string DmaMemory = "DmaMemoryAttribute";
    public const string CallMemory = "CallMemoryAttribute";
    public const string MustRead = "MustReadAttribute";
    public const string OwnedFd = "OwnedFdAttribute";
    public const string After = "AfterAttribute";
    public const string Arm = "ArmAttribute";
    public const string Binds = "BindsAttribute";

    public const string Errno = "Errno";
    public const string UserPointer = "UserPointer";
    public const string KernelBuffer = "KernelBuffer";
}

namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>Every form of result that throws.</summary>
[IoctlGroup('r')]
public static partial class ResultCalls
{
    [Ioctl(IoctlMacro.IO, 1, Name = "R_VOID"), FailsWith(Errno.EBUSY, "somebody else has it")]
    public static partial void Nothing(Device device);

    [Ioctl(IoctlMacro.IO, 20, Name = "R_MEANT"), FailsWith(Errno.EBUSY, "one says"), FailsWith(Errno.EPERM, "both mean")]
    public static partial void MeantOnce(Device device);

    [Ioctl(IoctlMacro.IO, 20, Name = "R_MEANT"), FailsWith(Errno.EBUSY, "the other says")]
    public static partial void MeantOtherwise(Device device, int value);

    [Ioctl(IoctlMacro.IO, 20, Name = "R_MEANT")]
    public static partial void MeantByOthers(Device device, in uint value);

    [Ioctl(IoctlMacro.IO, 2, Name = "R_INT")]
    public static partial int Int(Device device, uint value);

    [Ioctl(IoctlMacro.IO, 3, Name = "R_ENUM")]
    public static partial Operation Enum(Device device);

    [Ioctl(IoctlMacro.IOR, 4, Name = "R_STRUCT")]
    public static partial Sized Struct(Device device);

    [Ioctl(IoctlMacro.IO, 5, Name = "R_HANDLE")]
    public static partial Device Handle(Device device);

    [Ioctl(IoctlMacro.IO, 6, Name = "R_OTHER_HANDLE")]
    public static partial OtherHandle Other(OtherHandle device);

    [Ioctl(IoctlMacro.IO, 7, Name = "R_RETRY", Retry = true)]
    public static partial int Retry(Device device, in Sized sized);

    [Ioctl(IoctlMacro.IO, 8, Name = "R_FIELD_RETRY", Argument = typeof(Sized), Retry = true)]
    public static partial void FieldRetry(Device device, [Field(nameof(Sized.Size))] out ulong size);

    [Ioctl(IoctlMacro.IO, 9, Name = "R_LARGE")]
    public static partial Large Large(Device device);
}

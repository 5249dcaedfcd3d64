using System;

namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>The forms that never throw.</summary>
[IoctlGroup('e')]
public static partial class TryCalls
{
    [Ioctl(IoctlMacro.IO, 1, Name = "E_VOID")]
    public static partial Errno Nothing(Device device);

    [Ioctl(IoctlMacro.IO, 2, Name = "E_VALUE")]
    public static partial Errno Value(Device device, in Sized sized, [ReturnValue] out int value);

    [Ioctl(IoctlMacro.IO, 3, Name = "E_ENUM")]
    public static partial Errno Enum(Device device, [ReturnValue] out Operation value);

    [Ioctl(IoctlMacro.IO, 4, Name = "E_HANDLE")]
    public static partial Errno Handle(Device device, out Device made);

    [Ioctl(IoctlMacro.IO, 5, Name = "E_BUFFER"), AskAgain]
    public static partial Errno Buffer(Device device, [Field(nameof(Answer.Index))] uint index, out KernelBuffer<Answer> answer);

    [Ioctl(IoctlMacro.IOR, 6, Name = "E_OUT")]
    public static partial Errno Out(Device device, out Sized sized);

    [Ioctl(IoctlMacro.IO, 7, Name = "E_FIELD", Argument = typeof(Pointing))]
    public static partial Errno Field(Device device, [Field(nameof(Pointing.Fd))] Device? other, [Field(nameof(Pointing.Result))] out ulong result, [Field(nameof(Pointing.OutFd))] out Device? made);

    [Ioctl(IoctlMacro.IO, 8, Name = "E_ARGUMENT")]
    public static partial Errno Argument(Device device, Device other);

    [Ioctl(IoctlMacro.IOW, 9, Name = "E_ARGUMENT_POINTER")]
    public static partial Errno ArgumentPointer(Device device, in Device other);

    [Ioctl(IoctlMacro.IO, 10, Name = "E_TAIL")]
    public static partial Errno Tail(Device device, ref Listed listed, [Tail] ReadOnlySpan<Device?> devices);

    [Ioctl(IoctlMacro.IO, 11, Name = "E_TEXT")]
    public static partial Errno Text(Device device, [CString] string text);

    [Ioctl(IoctlMacro.IO, 12, Name = "E_TEXT_BYTES")]
    public static partial Errno TextBytes(Device device, [CString] ReadOnlySpan<byte> text);

    [Ioctl(IoctlMacro.IOW, 13, Name = "E_SPAN")]
    public static partial Errno Span(Device device, ReadOnlySpan<uint> words);

    [Ioctl(IoctlMacro.IO, 200, Name = "E_NUMBER")]
    public static partial Errno Number(Device device, [Number] byte number);

    [Ioctl(IoctlMacro.IO, 15, Name = "E_SPAN_FIELD", Argument = typeof(Pointing))]
    public static partial Errno SpanField(Device device, [Field(nameof(Pointing.More), Length = nameof(Pointing.MoreLength))] ReadOnlySpan<byte> data);

    [Ioctl(IoctlMacro.IO, 16, Name = "E_SMALL_COUNT")]
    public static partial Errno Small(Device device, in SmallCount small, [Tail] ReadOnlySpan<byte> items);

    [Ioctl(IoctlMacro.IO, 17, Name = "E_RETRY", Retry = true)]
    public static partial Errno Retry(Device device);

    [Ioctl(IoctlMacro.IO, 18, Name = "E_BY_FD")]
    public static partial Errno ByFd(int fd, ref Holes holes);
}

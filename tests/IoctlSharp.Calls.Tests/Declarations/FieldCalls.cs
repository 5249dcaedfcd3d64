using System;

namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>Fields written and read by parameters, presets.</summary>
[IoctlGroup('f')]
public static partial class FieldCalls
{
    [Ioctl(IoctlMacro.IO, 1, Name = "F_VALUE", Argument = typeof(Sized))]
    public static partial void Value(int fd, [Field(nameof(Sized.Index))] uint index, [Field(nameof(Sized.Flags))] Modes flags);

    [Ioctl(IoctlMacro.IO, 2, Name = "F_PRESET", Argument = typeof(Sized)), Preset(nameof(Sized.Flags), Modes.Fixed | Modes.Read)]
    public static partial void Preset(int fd, [Field(nameof(Sized.Flags))] Modes flags);

    [Ioctl(IoctlMacro.IO, 3, Name = "F_PRESET_OP"), Preset(nameof(Chosen.Op), Operation.Stop)]
    public static partial void PresetOp(int fd, in Chosen chosen);

    [Ioctl(IoctlMacro.IO, 4, Name = "F_OUT", Argument = typeof(Sized))]
    public static partial void Out(int fd, [Field(nameof(Sized.Index))] uint index, [Field(nameof(Sized.Size))] out ulong size, [Field(nameof(Sized.Flags))] ref Modes flags);

    [Ioctl(IoctlMacro.IO, 5, Name = "F_RETURN", Argument = typeof(Sized))]
    [return: Field(nameof(Sized.Size))]
    public static partial ulong Return(int fd, [Field(nameof(Sized.Index))] uint index);

    [Ioctl(IoctlMacro.IO, 6, Name = "F_HANDLE", Argument = typeof(Pointing))]
    public static partial void Handle(Device device, [Field(nameof(Pointing.Fd))] Device? other);

    [Ioctl(IoctlMacro.IO, 13, Name = "F_HANDLE_OF_NEED", Argument = typeof(Pointing))]
    public static partial void NeededHandle(Device device, [Field(nameof(Pointing.Fd))] Device other);

    [Ioctl(IoctlMacro.IO, 14, Name = "F_TRY_HANDLE_OF_NEED", Argument = typeof(Pointing))]
    public static partial Errno TryNeededHandle(Device device, [Field(nameof(Pointing.Fd))] Device other);

    [Ioctl(IoctlMacro.IO, 7, Name = "F_SPAN", Argument = typeof(Pointing))]
    public static partial void Span(int fd, [Field(nameof(Pointing.Data), Length = nameof(Pointing.Length))] ReadOnlySpan<ushort> data);

    [Ioctl(IoctlMacro.IO, 8, Name = "F_SPANS", Argument = typeof(Pointing))]
    public static partial void Spans(
        int fd,
        [Field(nameof(Pointing.Data), Length = nameof(Pointing.Length))] Span<byte> data,
        [Field(nameof(Pointing.More), Length = nameof(Pointing.MoreLength))] ReadOnlySpan<uint> more,
        [Field(nameof(Pointing.Last))] ReadOnlySpan<byte> last);

    [Ioctl(IoctlMacro.IO, 9, Name = "F_OUT_HANDLE", Argument = typeof(Pointing))]
    public static partial void OutHandle(Device device, [Field(nameof(Pointing.OutFd))] out Device made);

    [Ioctl(IoctlMacro.IO, 10, Name = "F_OUT_HANDLE_OR_NONE", Argument = typeof(Pointing))]
    public static partial void OutHandleOrNone(Device device, [Field(nameof(Pointing.OutFd))] out Device? made);

    [Ioctl(IoctlMacro.IO, 11, Name = "F_OF_PARAMETER")]
    public static partial void OfParameter(int fd, in Sized sized, [Field(nameof(Sized.Index))] uint index, [Field(nameof(Sized.Size))] out ulong size);

    [Ioctl(IoctlMacro.IO, 12, Name = "F_TAIL_AND_SPAN", Argument = typeof(TailedPointing))]
    public static partial void TailAndSpan(int fd, [Field(nameof(TailedPointing.Data), Length = nameof(TailedPointing.Length))] ReadOnlySpan<byte> data, [Tail] ReadOnlySpan<ushort> items);
}

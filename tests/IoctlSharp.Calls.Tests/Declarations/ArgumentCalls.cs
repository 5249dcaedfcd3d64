using System.Runtime.InteropServices;

namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>Arguments by pointer and by value.</summary>
[IoctlGroup('a', Base = 10)]
public static partial class ArgumentCalls
{
    [Ioctl(IoctlMacro.IO, 1, Name = "A_NONE")]
    public static partial void None(int fd);

    [Ioctl(IoctlMacro.IOW, 2, Name = "A_IN")]
    public static partial void In(int fd, in Holes holes);

    [Ioctl(IoctlMacro.IOR, 3, Name = "A_OUT")]
    public static partial void Out(int fd, out Holes holes);

    [Ioctl(IoctlMacro.IOWR, 4, Name = "A_REF")]
    public static partial void Ref(int fd, ref Holes holes);

    [Ioctl(IoctlMacro.IO, 5, Name = "A_SIZED_IN")]
    public static partial void SizedIn(int fd, in Sized sized);

    [Ioctl(IoctlMacro.IO, 6, Name = "A_SIZED_OUT")]
    public static partial void SizedOut(int fd, out Sized sized);

    [Ioctl(IoctlMacro.IO, 7, Name = "A_SIZED_REF")]
    public static partial void SizedRef(int fd, ref Sized sized);

    [Ioctl(IoctlMacro.IOWR, 8, Name = "A_NESTED")]
    public static partial void Nest(int fd, in Nested nested);

    [Ioctl(IoctlMacro.IO, 9, Name = "A_LARGE_IN")]
    public static partial void LargeIn(int fd, in Large large);

    [Ioctl(IoctlMacro.IO, 10, Name = "A_LARGE_REF")]
    public static partial void LargeRef(int fd, ref Large large);

    [Ioctl(IoctlMacro.IO, 11, Name = "A_LARGE_OUT")]
    public static partial void LargeOut(int fd, out Large large);

    [Ioctl(IoctlMacro.IOW, 12, Name = "A_SCALAR_IN")]
    public static partial void ScalarIn(int fd, in int value);

    [Ioctl(IoctlMacro.IOR, 13, Name = "A_SCALAR_OUT")]
    public static partial void ScalarOut(int fd, out ulong value);

    [Ioctl(IoctlMacro.IOWR, 14, Name = "A_SCALAR_REF")]
    public static partial void ScalarRef(int fd, ref Operation value);

    [Ioctl(IoctlMacro.IO, 15, Name = "A_INT")]
    public static partial void Int(int fd, int value);

    [Ioctl(IoctlMacro.IO, 16, Name = "A_UINT")]
    public static partial void UInt(int fd, uint value);

    [Ioctl(IoctlMacro.IO, 17, Name = "A_NUINT")]
    public static partial void NUInt(int fd, nuint value);

    [Ioctl(IoctlMacro.IO, 18, Name = "A_NINT")]
    public static partial void NInt(int fd, nint value);

    [Ioctl(IoctlMacro.IO, 19, Name = "A_ENUM")]
    public static partial void Enum(int fd, Operation value);

    [Ioctl(IoctlMacro.IO, 20, Name = "A_HANDLE")]
    public static partial void Handle(Device device, Device other);

    [Ioctl(IoctlMacro.IOW, 21, Name = "A_HANDLE_POINTER")]
    public static partial void HandlePointer(Device device, in Device other);

    [Ioctl(IoctlMacro.IOR, 22, Name = "A_WORDS")]
    public static partial void Word(int fd, in Words words);

    [Ioctl(IoctlMacro.IOW, 23, Name = "A_CHOSEN")]
    public static partial void Choose(int fd, in Chosen chosen);

    [Ioctl(IoctlMacro.IOW, 24, Name = "A_NAMED")]
    public static partial void Name(int fd, in Named named);

    [Ioctl(IoctlMacro.IOW, 25, Name = "A_PACKED")]
    public static partial void Pack(int fd, in Packed packed);

    [Ioctl(IoctlMacro.IOWR, 27, Name = "A_STATUS")]
    public static partial void Report(int fd, ref Status status);

    [Ioctl(IoctlMacro.IO, 26, Name = "A_EXTENSION")]
    public static partial void Extend(this SafeHandle device, in Sized sized);

    [Ioctl(IoctlMacro.IOW, 202, Name = "A_MACRO_TYPE", MacroType = typeof(int))]
    public static partial void LyingMacro(int fd, in Sized sized);

    [Ioctl(Number = 0x541B, NumberOnPowerPC = 0x4004667F, NumberOnMips = 0x467F, NumberOnSparc = 0x4004667F, Name = "A_LEGACY")]
    public static partial void Legacy(int fd, out int count);
}

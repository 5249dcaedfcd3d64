namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>The kernel's protocols for answers whose size only it knows.</summary>
[IoctlGroup('q')]
public static partial class AskAgainCalls
{
    [Ioctl(IoctlMacro.IO, 1, Name = "Q_SIZE"), AskAgain]
    public static partial KernelBuffer<Answer> BySize(int fd, [Field(nameof(Answer.Index))] uint index);

    [Ioctl(IoctlMacro.IO, 2, Name = "Q_COUNT"), AskAgain(Errno.ENOSPC, Count = nameof(CountedAnswer.Count))]
    public static partial KernelBuffer<CountedAnswer> ByCount(int fd, [Field(nameof(CountedAnswer.Index))] uint index);

    [Ioctl(IoctlMacro.IO, 3, Name = "Q_ARRAY"), AskAgain(Errno.EMSGSIZE, Count = nameof(ArrayAnswer.Count), Array = nameof(ArrayAnswer.Items), Element = typeof(ulong))]
    public static partial KernelBuffer<ArrayAnswer> ByArray(int fd, [Field(nameof(ArrayAnswer.Index))] uint index);

    [Ioctl(IoctlMacro.IO, 4, Name = "Q_TRUNCATED"), AskAgain(Count = nameof(ArrayAnswer.Count), Array = nameof(ArrayAnswer.Items))]
    public static partial KernelBuffer<ArrayAnswer> Truncated(int fd, [Field(nameof(ArrayAnswer.Index))] uint index);

    [Ioctl(IoctlMacro.IO, 5, Name = "Q_RETRY", Retry = true), AskAgain]
    public static partial KernelBuffer<Answer> Retried(int fd);
}

using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class MeaningIsUnusableTests
{
    [Fact]
    public Task A_second_meaning() => Rule.Flags(
        RuleIds.MeaningIsUnusable,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), FailsWith(Errno.EBUSY, "a"), [|FailsWith(Errno.EBUSY, "b")|]] public static partial void Reset(this Device device);
        }
        """,
        "A [FailsWith] of 'Reset' is never said, because its error is no member of Errno or has a meaning already, or its text is empty: write one sentence for each error");

    [Fact]
    public Task No_text_and_no_error() => Rule.Flags(
        RuleIds.MeaningIsUnusable,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|FailsWith(Errno.EBUSY, "")|]] public static partial void A(this Device device);
            [Ioctl(IoctlMacro.IO, 2), [|FailsWith((Errno)4000, "b")|]] public static partial void B(this Device device);
        }
        """);

    [Fact]
    public Task Two_errors() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), FailsWith(Errno.EBUSY, "a"), FailsWith(Errno.EPERM, "b")] public static partial void Reset(this Device device);
        }
        """);
}

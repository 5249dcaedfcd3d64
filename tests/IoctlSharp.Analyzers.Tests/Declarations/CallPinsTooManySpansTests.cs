using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class CallPinsTooManySpansTests
{
    [Fact]
    public Task Four_spans() => Rule.Flags(
        RuleIds.CallPinsTooManySpans,
        """
        [KernelStruct("four")] public partial struct Four { public UserPointer A, B, C, D; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Four))]
            public static partial void [|Set|](this Device device, [Field("A")] ReadOnlySpan<byte> a, [Field("B")] ReadOnlySpan<byte> b, [Field("C")] ReadOnlySpan<byte> c, [Field("D")] Span<byte> d);
        }
        """,
        "'Set' writes more than 3 spans to pointer fields, which is as many as one call pins: take the others as UserPointer");

    [Fact]
    public Task Spans_and_structs() => Rule.Flags(
        RuleIds.CallPinsTooManySpans,
        """
        [KernelStruct("four")] public partial struct Four { public UserPointer A, B, C, D; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Four))]
            public static partial Errno [|TrySet|](int fd, [Field("A")] ReadOnlySpan<byte> a, [Field("B")] in Listed b, [Field("C")] out Plain c, [Field("D")] Span<ulong> d);
        }
        """);

    [Fact]
    public Task Three_spans() => Rule.IsSilent(
        """
        [KernelStruct("four")] public partial struct Four { public UserPointer A, B, C, D; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Four))]
            public static partial void Set(this Device device, [Field("A")] ReadOnlySpan<byte> a, [Field("B")] ReadOnlySpan<byte> b, [Field("C")] ReadOnlySpan<byte> c, [Field("D")] UserPointer d);
        }
        """);
}

using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.RawCalls;

public sealed class DirectionContradictsUseTests
{
    [Fact]
    public Task Written_by_the_kernel_under_IOW() => Rule.Flags(
        RuleIds.DirectionContradictsUse,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [[|Ioctl(IoctlMacro.IOW, 1)|]] public static partial void Get(this Device device, out uint level);
            [[|Ioctl(IoctlMacro.IOW, 2)|]] public static partial Plain GetPlain(this Device device);
        }
        """,
        "'Get' is declared by _IOW, by which the kernel only reads the argument, but its argument is only written by it: write the macro of the #define, or pass it the other way");

    [Fact]
    public Task Read_by_the_kernel_under_IOR() => Rule.Flags(
        RuleIds.DirectionContradictsUse,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [[|Ioctl(IoctlMacro.IOR, 1)|]] public static partial void Set(this Device device, in Plain plain);
        }
        """);

    [Fact]
    public Task Both_ways_and_the_right_ones() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Set(this Device device, in Plain plain);
            [Ioctl(IoctlMacro.IOR, 2)] public static partial Plain Get(this Device device);
            [Ioctl(IoctlMacro.IOWR, 3)] public static partial void Change(this Device device, ref Plain plain);
            [Ioctl(IoctlMacro.IOW, 4)] public static partial void ChangeToo(this Device device, ref Plain plain);
            [Ioctl(IoctlMacro.IO, 5)] public static partial Plain GetByIo(this Device device);
        }
        """);

    [Fact]
    public Task The_author_looked_at_the_macro() => Rule.IsSilent(
        """
        [IoctlGroup('U')]
        public static partial class Usb
        {
            [Ioctl(IoctlMacro.IOR, 15, Name = "USBDEVFS_CLAIMINTERFACE", MacroType = typeof(uint))] public static partial void Claim(this Device device, in uint number);
        }
        """);

    [Fact]
    public Task By_spans_and_by_fields() => Rule.Flags(
        RuleIds.DirectionContradictsUse,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [[|Ioctl(IoctlMacro.IOR, 1)|]] public static partial int SetName(this Device device, ReadOnlySpan<byte> name);
            [[|Ioctl(IoctlMacro.IOR, 2, Argument = typeof(Plain))|]] public static partial void SetValue(this Device device, [Field(nameof(Plain.Value))] uint value);
            [[|Ioctl(IoctlMacro.IOW, 3, Argument = typeof(Plain))|]] [return: Field(nameof(Plain.Value))] public static partial uint GetValue(this Device device);
        }
        """);

    [Fact]
    public Task Spans_and_fields_that_may_be_right() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial int SetName(this Device device, ReadOnlySpan<byte> name);
            [Ioctl(IoctlMacro.IOW, 2)] public static partial int SetBytes(this Device device, Span<byte> bytes);
            [Ioctl(IoctlMacro.IOR, 3)] public static partial int GetName(this Device device, Span<byte> name);
            [Ioctl(IoctlMacro.IOW, 4, Argument = typeof(Plain))] [return: Field(nameof(Plain.Small))] public static partial byte Ask(this Device device, [Field(nameof(Plain.Value))] uint value);
            [Ioctl(IoctlMacro.IOW, 5, Argument = typeof(Plain))] public static partial void SetValue(this Device device, [Field(nameof(Plain.Value))] uint value);
        }
        """);
}

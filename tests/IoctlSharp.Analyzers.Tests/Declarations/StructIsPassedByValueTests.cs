using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class StructIsPassedByValueTests
{
    [Fact]
    public Task A_struct() => Rule.Flags(
        RuleIds.StructIsPassedByValue,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void Set(this Device device, Plain [|value|]);
        }
        """,
        "'value' of 'Set' passes 'Plain' by value, but the kernel takes a pointer: write in (the kernel reads), out (it writes) or ref (both)");

    [Fact]
    public Task A_struct_with_a_tail_and_a_union() => Rule.Flags(
        RuleIds.StructIsPassedByValue,
        """
        [KernelUnion("u"), StructLayout(LayoutKind.Explicit)] public partial struct U { [FieldOffset(0)] public uint Word; [FieldOffset(0)] public byte Small; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial Errno TrySet(int fd, Listed [|value|]);
            [Ioctl(IoctlMacro.IO, 2)] public static partial void Set(int fd, U [|value|]);
        }
        """);

    [Fact]
    public Task In_out_and_ref() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1)] public static partial void A(this Device device, in Plain value);
            [Ioctl(IoctlMacro.IO, 2)] public static partial void B(this Device device, out Plain value);
            [Ioctl(IoctlMacro.IO, 3)] public static partial void C(this Device device, ref Plain value);
        }
        """);
}

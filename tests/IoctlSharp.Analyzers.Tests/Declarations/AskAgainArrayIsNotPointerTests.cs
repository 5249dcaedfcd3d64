using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class AskAgainArrayIsNotPointerTests
{
    [Fact]
    public Task An_int() => Rule.Flags(
        RuleIds.AskAgainArrayIsNotPointer,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|AskAgain(Errno.EMSGSIZE, Count = nameof(Plain.Value), Array = nameof(Plain.Fd))|]] public static partial KernelBuffer<Plain> Get(this Device device);
        }
        """,
        "[AskAgain] of 'Get' takes 'Plain.Fd' for the address of the array, which is no UserPointer, ulong or nuint field: name the field that holds the address");

    [Fact]
    public Task An_unknown_field() => Rule.Flags(
        RuleIds.AskAgainArrayIsNotPointer,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|AskAgain(Errno.EMSGSIZE, Count = nameof(Plain.Value), Array = "address")|]] public static partial KernelBuffer<Plain> Get(this Device device);
        }
        """);

    [Fact]
    public Task A_ulong() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), AskAgain(Errno.EMSGSIZE, Count = nameof(Plain.Value), Array = nameof(Plain.Address), Element = typeof(Plain))] public static partial KernelBuffer<Plain> Get(this Device device);
        }
        """);
}

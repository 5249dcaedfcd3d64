using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class AskAgainHasNoElementsTests
{
    [Fact]
    public Task No_tail() => Rule.Flags(
        RuleIds.AskAgainHasNoElements,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|AskAgain(Errno.ENOSPC, Count = nameof(Plain.Value))|]] public static partial KernelBuffer<Plain> Get(this Device device);
        }
        """,
        "[AskAgain] of 'Get' counts elements, but neither a [Tail] of 'Plain' nor Array and Element say of which size: state them, and the error that the kernel answers with where the elements are the tail");

    [Fact]
    public Task A_tail_without_an_error() => Rule.Flags(
        RuleIds.AskAgainHasNoElements,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|AskAgain(Count = "_count")|]] public static partial KernelBuffer<Listed> Get(this Device device);
        }
        """);

    [Fact]
    public Task An_element_without_a_layout() => Rule.Flags(
        RuleIds.AskAgainHasNoElements,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), [|AskAgain(Errno.EMSGSIZE, Count = nameof(Plain.Value), Array = nameof(Plain.Address), Element = typeof(string))|]] public static partial KernelBuffer<Plain> Get(this Device device);
        }
        """);

    [Fact]
    public Task Bytes_by_default() => Rule.IsSilent(
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), AskAgain(Count = nameof(Plain.Value), Array = nameof(Plain.Address))] public static partial KernelBuffer<Plain> Get(this Device device);
        }
        """);
}

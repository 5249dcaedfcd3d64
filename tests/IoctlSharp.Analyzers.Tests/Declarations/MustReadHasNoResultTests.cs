using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class MustReadHasNoResultTests
{
    [Fact]
    public Task No_result() => Rule.Flags(
        RuleIds.MustReadHasNoResult,
        """
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1), [|MustRead|]] public static partial void Remove(this Device device, in Plain plain); }
        """,
        "[MustRead] on 'Calls.Remove' has no effect, because the method has no result: put it on the field that the kernel writes, or return that field with [return: Field]");

    [Fact]
    public Task A_method_that_is_no_ioctl() => Rule.Flags(
        RuleIds.MustReadHasNoResult,
        """
        public static class Calls { [[|MustRead|]] public static void Remove() { } }
        """);

    [Fact]
    public Task The_declaration_alone_and_not_its_calls() => Rule.Flags(
        RuleIds.MustReadHasNoResult,
        """
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IOWR, 1), [|MustRead|]] public static partial void Remove(this Device device, ref int count); }
        public static class Driver { public static int Run(Device device) { int count = 3; device.Remove(ref count); return count; } }
        """);

    [Fact]
    public Task A_result() => Rule.IsSilent(
        """
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1), MustRead] public static partial int Remove(this Device device, in Plain plain); [Ioctl(IoctlMacro.IO, 2)] [return: MustRead] public static partial int RemoveAll(this Device device); }
        """);
}

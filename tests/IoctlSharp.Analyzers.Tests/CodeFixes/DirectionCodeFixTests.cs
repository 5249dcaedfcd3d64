using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class DirectionCodeFixTests
{
    [Fact]
    public Task Either_way() => Fix.Makes<DirectionCodeFix>(
        RuleIds.DirectionContradictsUse,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Get(this Device device, out uint level);
            [Ioctl(IoctlMacro.IOR, 2)] public static partial void Set(this Device device, in Plain plain);
        }
        """,
        """
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOR, 1)] public static partial void Get(this Device device, out uint level);
            [Ioctl(IoctlMacro.IOW, 2)] public static partial void Set(this Device device, in Plain plain);
        }
        """);
}

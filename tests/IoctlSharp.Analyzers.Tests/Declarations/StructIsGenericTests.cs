using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class StructIsGenericTests
{
    [Fact]
    public Task A_generic_struct() => Rule.Flags(
        RuleIds.StructIsGeneric,
        """
        [KernelStruct("s")] public partial struct [|S|]<T> where T : unmanaged { public uint Value; }
        """,
        "'S' is generic or stands in a generic type, but C has one layout for one struct: declare a struct for each layout outside of generic types");

    [Fact]
    public Task A_struct_in_a_generic_class() => Rule.Flags(
        RuleIds.StructIsGeneric,
        """
        public partial class Outer<T> { [KernelStruct("s")] public partial struct [|S|] { public uint Value; } }
        """);

    [Fact]
    public Task A_struct_beside_a_generic_class() => Rule.IsSilent(
        """
        public partial class Outer<T> { } [KernelStruct("s")] public partial struct S { public uint Value; }
        """);
}

using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class AnonymousStructHasCNameTests
{
    [Fact]
    public Task A_tag() => Rule.Flags(
        RuleIds.AnonymousStructHasCName,
        """
        [KernelStruct("s", Anonymous = true)] public partial struct [|S|] { public uint Value; }
        """,
        "'S' is anonymous but has a C tag: remove the tag where C names neither the struct nor its member, or else Anonymous");

    [Fact]
    public Task A_tag_of_a_struct_in_another() => Rule.Flags(
        RuleIds.AnonymousStructHasCName,
        """
        [KernelStruct("request")]
        public partial struct Request
        {
            public uint Op;
            public Check OfCheck;

            [KernelStruct("check", Anonymous = true)] public partial struct [|Check|] { public ushort Seed, Mask; }
        }
        """);

    [Fact]
    public Task No_tag() => Rule.IsSilent(
        """
        [KernelStruct(Anonymous = true)] public partial struct S { public uint Value; }
        [KernelStruct("t", Anonymous = false)] public partial struct T { public S Value; }
        """);
}

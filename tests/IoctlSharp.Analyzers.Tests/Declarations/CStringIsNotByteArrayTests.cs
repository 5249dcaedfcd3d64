using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class CStringIsNotByteArrayTests
{
    [Fact]
    public Task An_integer() => Rule.Flags(
        RuleIds.CStringIsNotByteArray,
        """
        [KernelStruct("s")] public partial struct S { [CString] public ulong [|Name|]; }
        """,
        "'S.Name' carries [CString] but is of type 'ulong': make it 'fixed byte Name[n]' or an [InlineArray] of bytes with the length of the header");

    [Fact]
    public Task An_array_of_shorts() => Rule.Flags(
        RuleIds.CStringIsNotByteArray,
        """
        [KernelStruct("s")] public unsafe partial struct S { [CString] private fixed ushort [|_name|][8]; }
        """);

    [Fact]
    public Task Bytes() => Rule.IsSilent(
        """
        [InlineArray(8)] public struct Eight { private byte _first; }
        [KernelStruct("s")] public unsafe partial struct S { [CString] private fixed byte _name[8]; [CString] private Eight _other; }
        """);
}

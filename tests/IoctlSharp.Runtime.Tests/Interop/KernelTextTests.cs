using System.Globalization;
using IoctlSharp.Interop;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Interop;

public sealed class KernelTextTests
{
    [Fact]
    public void It_reads_like_a_C_initializer() =>
        new KernelText("vfio_group_status").Add("argsz", 8).Flags("flags", 3, "VIABLE|CONTAINER_SET").Hex("iova", ulong.MaxValue).Add("op", -5).ToString()
            .ShouldBe("vfio_group_status { argsz = 8, flags = 0x3 (VIABLE|CONTAINER_SET), iova = 0xffffffffffffffff, op = -5 }");

    [Fact]
    public void Flags_without_names_are_a_number() => new KernelText("s").Flags("flags", 0, null).ToString().ShouldBe("s { flags = 0x0 }");

    [Fact]
    public void A_struct_without_fields_has_a_text() => new KernelText("s").ToString().ShouldBe("s { }");

    [Fact]
    public void Text_is_quoted_and_bytes_are_counted()
    {
        new KernelText("s").Quoted("name", "a\"b\\").Bytes("b", [1, 0xff]).ToString().ShouldBe("s { name = \"a\\\"b\\\\\", b = [01 ff] }");
        new KernelText("s").Bytes("b", new byte[65]).ToString().ShouldContain("... 65 bytes]");
        new KernelText("s").Bytes("b", new byte[64]).ToString().ShouldNotContain("...");
    }

    [Fact]
    public void Numbers_do_not_follow_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NegativeSign = "minus " } };
            new KernelText("s").Add("a", -1).ToString().ShouldBe("s { a = -1 }");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

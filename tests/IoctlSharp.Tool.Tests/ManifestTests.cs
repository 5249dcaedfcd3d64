using System;
using System.Linq;
using System.Text.Json;

namespace IoctlSharp.Tool.Tests;

/// <summary><c>ioctlsharp manifest</c>, of the definitions and of a user's assembly.</summary>
public sealed class ManifestTests
{
    private static readonly string[] s_archs = ["x86_64", "i386", "aarch64", "arm", "riscv64", "s390x", "ppc64le", "mips64el", "sparc64", "loongarch64"];

    private static readonly Lazy<JsonElement> s_definitions = new(() => Manifest(ToolRun.Definitions));
    private static readonly Lazy<JsonElement> s_driver = new(() => Manifest(ToolRun.Driver));

    [Fact]
    public void The_definitions_are_whole()
    {
        s_definitions.Value.GetProperty("assembly").GetString().ShouldBe("IoctlSharp.Definitions");
        s_definitions.Value.GetProperty("structs").EnumerateArray().Select(item => Text(item, "c")).Distinct().Count().ShouldBeGreaterThanOrEqualTo(107);
        s_definitions.Value.GetProperty("commands").EnumerateArray().Select(item => Text(item, "c")).Distinct().Count().ShouldBe(34 + 22 + 4);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_entry_has_the_keys_of_the_schema_and_every_architecture(bool isDriver)
    {
        JsonElement manifest = isDriver ? s_driver.Value : s_definitions.Value;
        Keys(manifest).ShouldBe(["schema", "assembly", "structs", "commands", "constants"]);
        manifest.GetProperty("schema").GetInt32().ShouldBe(1);
        foreach (JsonElement type in manifest.GetProperty("structs").EnumerateArray())
        {
            Keys(type).ShouldBe(["c", "cs", "header", "layouts"]);
            Keys(type.GetProperty("layouts")).ShouldBe(s_archs);
            foreach (JsonProperty layout in type.GetProperty("layouts").EnumerateObject())
                CheckLayout(layout.Value, $"{Text(type, "c")} on {layout.Name}");
        }

        foreach (JsonElement command in manifest.GetProperty("commands").EnumerateArray())
        {
            Keys(command).ShouldBe(["c", "cs", "header", "fd", "struct", "numbers"]);
            if (Text(command, "c") != "TOASTER_GET_LABEL")
                Keys(command.GetProperty("numbers")).ShouldBe(s_archs);
        }

        foreach (JsonElement constant in manifest.GetProperty("constants").EnumerateArray())
            Keys(constant).ShouldBe(["c", "cs", "header", "value"]);
    }

    [Fact]
    public void Its_order_is_that_of_headers_and_names()
    {
        foreach (string list in (string[])["structs", "commands", "constants"])
        {
            string[] names = [.. s_definitions.Value.GetProperty(list).EnumerateArray().Select(item => $"{Text(item, "header")} {Text(item, "c")}")];
            names.ShouldBe(names.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void The_issue_s_example_stands_in_it()
    {
        JsonElement command = Named(s_definitions.Value, "commands", "VFIO_EEH_PE_OP");
        Text(command, "header").ShouldBe("linux/vfio.h");
        Text(command, "fd").ShouldBe("container");
        Text(command, "struct").ShouldBe("vfio_eeh_pe_op");
        command.GetProperty("numbers").GetProperty("x86_64").GetUInt32().ShouldBe(15225u);
        command.GetProperty("numbers").GetProperty("ppc64le").GetUInt32().ShouldBe(536886137u);
        Named(s_definitions.Value, "constants", "VFIO_DMA_MAP_FLAG_READ").GetProperty("value").GetInt32().ShouldBe(1);
        Field("vfio_eeh_pe_op", "x86_64", "err.addr", s_definitions.Value).ShouldBe("""{"c":"err.addr","offset":24,"size":8}""");
        Field("vfio_eeh_pe_op", "i386", "err.addr", s_definitions.Value).ShouldBe("""{"c":"err.addr","offset":20,"size":8}""");
    }

    [Theory]
    [InlineData("toaster_slice", "x86_64", "darkness", """{"c":"darkness","offset":0,"size":4,"bit":0,"bits":5}""")]
    [InlineData("toaster_slice", "s390x", "darkness", """{"c":"darkness","offset":0,"size":4,"bit":27,"bits":5}""")]
    [InlineData("toaster_slice", "sparc64", "millimetres", """{"c":"millimetres","offset":0,"size":4,"bit":0,"bits":16}""")]
    [InlineData("toaster_program", "i386", "toasts", """{"c":"toasts","offset":8,"size":8}""")]
    [InlineData("toaster_program", "arm", "slices", """{"c":"slices","offset":32,"size":0,"tail":"struct toaster_slice"}""")]
    [InlineData("toaster_event", "x86_64", "cause.slice.grams", """{"c":"cause.slice.grams","offset":8,"size":2}""")]
    [InlineData("toaster_event", "x86_64", "slot", """{"c":"slot","offset":20,"size":1}""")]
    [InlineData("toaster_event", "x86_64", "place.depth", """{"c":"place.depth","offset":14,"size":2}""")]
    [InlineData("toaster_event", "s390x", "lever", """{"c":"lever","offset":16,"size":2,"bit":15,"bits":1}""")]
    [InlineData("toaster_event", "x86_64", "seconds", """{"c":"seconds","offset":24,"size":8}""")]
    [InlineData("toaster_event", "arm", "seconds", """{"c":"seconds","offset":24,"size":4}""")]
    public void Fields_have_the_names_of_C(string type, string arch, string field, string expected)
        => Field(type, arch, field, s_driver.Value).ShouldBe(expected);

    [Fact]
    public void Commands_of_a_user_have_their_numbers()
    {
        JsonElement wait = Named(s_driver.Value, "commands", "TOASTER_WAIT");
        Text(wait, "cs").ShouldBe("Toaster.ToasterIoctls.Wait");
        Text(wait, "fd").ShouldBe("device");
        // _IOR('t', 0x11, 32 or 28 bytes).
        wait.GetProperty("numbers").GetProperty("x86_64").GetUInt32().ShouldBe(0x80207411);
        wait.GetProperty("numbers").GetProperty("i386").GetUInt32().ShouldBe(0x801c7411);
        wait.GetProperty("numbers").GetProperty("ppc64le").GetUInt32().ShouldBe(0x40207411u);
        Named(s_driver.Value, "commands", "TOASTER_BEEP").GetProperty("numbers").GetProperty("mips64el").GetUInt32().ShouldBe(0x4b31u);
        Named(s_driver.Value, "commands", "TOASTER_GET_LABEL").GetProperty("numbers").EnumerateObject().ShouldBeEmpty();
        JsonElement eject = Named(s_driver.Value, "commands", "TOASTER_EJECT");
        Text(eject, "fd").ShouldBe("any");
        eject.GetProperty("struct").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Constants_have_the_values_that_C_sharp_gives_them()
        => s_driver.Value.GetProperty("constants").EnumerateArray().Select(item => $"{Text(item, "c")} {item.GetProperty("value").GetRawText()}").ShouldBe(
        [
            "TOASTER_FLAG_BOTH_SIDES 2",
            "TOASTER_FLAG_FORCE 2147483648",
            "TOASTER_FLAG_THAW 1",
            "TOASTER_FOREVER 18446744073709551615",
            "TOASTER_MIN_CELSIUS -40",
            "TOASTER_NAME \"toaster\"",
        ]);

    [Fact]
    public void Two_runs_print_the_same()
        => ToolRun.Of("manifest", ToolRun.Driver).Output.ShouldBe(ToolRun.Of("manifest", ToolRun.Driver).Output);

    private static JsonElement Manifest(string assembly)
    {
        ToolRun run = ToolRun.Of("manifest", assembly).ShouldExitWith(0);
        run.Errors.ShouldBeEmpty();
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private static void CheckLayout(JsonElement layout, string where)
    {
        Keys(layout).ShouldBe(["size", "align", "fields"], where);
        int size = layout.GetProperty("size").GetInt32();
        (size % layout.GetProperty("align").GetInt32()).ShouldBe(0, where);
        foreach (JsonElement field in layout.GetProperty("fields").EnumerateArray())
        {
            string[] more = Keys(field)[3..];
            Keys(field)[..3].ShouldBe(["c", "offset", "size"], where);
            (more is [] or ["bit", "bits"] or ["tail"]).ShouldBeTrue(where);
            (field.GetProperty("offset").GetInt32() + field.GetProperty("size").GetInt32()).ShouldBeLessThanOrEqualTo(size, where);
            (field.GetProperty("size").GetInt32() == 0).ShouldBe(more is ["tail"], where);
            if (more is ["bit", "bits"])
                (field.GetProperty("bit").GetInt32() + field.GetProperty("bits").GetInt32()).ShouldBeLessThanOrEqualTo(8 * field.GetProperty("size").GetInt32(), where);
        }
    }

    private static string Field(string type, string arch, string field, JsonElement manifest)
        => Named(manifest, "structs", type).GetProperty("layouts").GetProperty(arch).GetProperty("fields").EnumerateArray().Single(item => Text(item, "c") == field).GetRawText();

    private static JsonElement Named(JsonElement manifest, string list, string name) => manifest.GetProperty(list).EnumerateArray().Single(item => Text(item, "c") == name);

    private static string? Text(JsonElement item, string key) => item.GetProperty(key).GetString();

    private static string[] Keys(JsonElement item) => [.. item.EnumerateObject().Select(property => property.Name)];
}

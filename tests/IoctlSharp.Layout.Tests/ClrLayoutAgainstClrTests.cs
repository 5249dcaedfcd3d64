using System;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;
using Shouldly;
using Xunit;

namespace IoctlSharp.Layout.Tests;

/// <summary>The CLR engine against the runtime that runs these tests.</summary>
public class ClrLayoutAgainstClrTests
{
    private const int Count = 800;

    private static readonly DataModel Model = Environment.Is64BitProcess ? DataModel.Lp64 : DataModel.Ilp32;

    [Fact]
    public void Sizes_and_offsets_are_those_of_this_runtime()
    {
        var structs = new RandomClrStructs(Seed.Random());
        var emitted = new EmittedStructs();
        for (int i = 0; i < Count; i++)
        {
            ClrStruct definition = structs.Next();
            ClrLayout layout = ClrLayoutEngine.Compute(definition, Model).ShouldNotBeNull(Describe(definition));
            int[] expected = emitted.Measure(definition);
            new[] { layout.Size }.Concat(layout.Fields.Select(field => field.Offset)).ShouldBe(expected, Describe(definition));
        }
    }

    [Fact]
    public void What_an_enclosing_struct_aligns_to_is_the_alignment()
    {
        var structs = new RandomClrStructs(Seed.Random());
        var emitted = new EmittedStructs();
        for (int i = 0; i < Count / 4; i++)
        {
            ClrStruct definition = structs.Next();
            var behindByte = new ClrStruct(ClrLayoutKind.Sequential, 0, 0, Fields(new ClrType.Primitive(1), new ClrType.Struct(definition)));
            emitted.Measure(behindByte)[2].ShouldBe(ClrLayoutEngine.Compute(definition, Model)!.Alignment, Describe(definition));
        }
    }

    [Fact]
    public void A_size_stated_too_small_is_honoured_down_to_the_last_field()
    {
        var definition = new ClrStruct(ClrLayoutKind.Sequential, 0, 12, Fields(new ClrType.Primitive(8), new ClrType.Primitive(4)));
        new EmittedStructs().Measure(definition).ShouldBe([12, 0, 8]);
        ClrLayoutEngine.Compute(definition, DataModel.Lp64)!.Size.ShouldBe(12);
        ClrLayoutEngine.Compute(definition with { Size = 4 }, DataModel.Lp64)!.Size.ShouldBe(12);
        ClrLayoutEngine.Compute(definition with { Size = 0 }, DataModel.Lp64)!.Size.ShouldBe(16);
        // Measured with Mono 6.8: sequential sizes are rounded up, explicit ones are not.
        ClrLayoutEngine.Compute(definition, DataModel.Lp64, ClrRuntime.Mono)!.Size.ShouldBe(16);
        var explicitly = new ClrStruct(ClrLayoutKind.Explicit, 0, 13, new EquatableArray<ClrField>([new("A", new ClrType.Primitive(8), 0)]));
        ClrLayoutEngine.Compute(explicitly, DataModel.Lp64, ClrRuntime.Mono)!.Size.ShouldBe(13);
    }

    [Theory]
    [InlineData(DataModel.Lp64, 8, 16)]
    [InlineData(DataModel.Ilp32, 8, 16)]
    [InlineData(DataModel.I386, 4, 12)]
    public void A_u64_stands_where_the_data_model_has_it(DataModel model, int offset, int size)
    {
        ClrLayout layout = ClrLayoutEngine.Compute(new ClrStruct(ClrLayoutKind.Sequential, 0, 0, Fields(new ClrType.Primitive(4), new ClrType.Primitive(8))), model)!;
        layout.Fields[1].Offset.ShouldBe(offset);
        layout.Size.ShouldBe(size);
    }

    [Fact]
    public void What_does_not_load_has_no_layout()
    {
        ClrStruct atTheLimit = FieldAt(ClrLayoutEngine.MaxOffset);
        new EmittedStructs().SizeOf(atTheLimit).ShouldBe(ClrLayoutEngine.Compute(atTheLimit, Model)!.Size);
        ClrStruct beyond = FieldAt(ClrLayoutEngine.MaxOffset + 1);
        ClrLayoutEngine.Compute(beyond, Model).ShouldBeNull();
        Should.Throw<TypeLoadException>(() => new EmittedStructs().SizeOf(beyond));
        ClrLayoutEngine.Compute(new ClrStruct(ClrLayoutKind.Sequential, 3, 0, Fields(new ClrType.Primitive(1))), Model).ShouldBeNull();
        ClrLayoutEngine.Compute(new ClrStruct(ClrLayoutKind.Sequential, 0, -1, Fields(new ClrType.Primitive(1))), Model).ShouldBeNull();
        ClrLayoutEngine.Compute(new ClrStruct(ClrLayoutKind.Explicit, 0, 0, Fields(new ClrType.Primitive(1))), Model).ShouldBeNull();
        ClrLayoutEngine.Compute(new ClrStruct(ClrLayoutKind.Sequential, 0, 0, Fields(new ClrType.Array(new ClrType.Primitive(1), 0))), Model).ShouldBeNull();
    }

    private static ClrStruct FieldAt(int offset)
        => new(ClrLayoutKind.Explicit, 0, 0, new EquatableArray<ClrField>([new("F0", new ClrType.Primitive(1), offset)]));

    private static EquatableArray<ClrField> Fields(params ClrType[] types) => new(types.Select((type, index) => new ClrField($"F{index}", type)));

    private static string Describe(ClrStruct definition)
        => $"IOCTLSHARP_SEED={Seed.Value} {definition.Kind} Pack={definition.Pack} Size={definition.Size}: {string.Join(", ", definition.Fields)}";
}

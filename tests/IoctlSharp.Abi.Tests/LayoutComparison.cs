using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Shouldly;

namespace IoctlSharp.Abi.Tests;

/// <summary>What a runtime does with the definitions against what the layout engine says of its ABI.</summary>
internal static class LayoutComparison
{
    public static void Verify(ProbeReport report, string abi)
    {
        List<string> differences = [];
        int structs = 0, fields = 0, images = 0;
        foreach ((string tag, JsonElement layout) in Manifest.Structs(abi))
        {
            structs++;
            Compare($"sizeof {tag}", layout.GetProperty("size").GetInt32(), report.Sizes.GetValueOrDefault(tag, -1));
            JsonElement[] members = [.. layout.GetProperty("fields").EnumerateArray().Where(field => !field.TryGetProperty("tail", out _))];
            (string, int, int)[] places = [.. members.Where(field => !field.TryGetProperty("bit", out _)).Select(Place)];
            fields += places.Length;
            differences.AddRange(places.Except(report.Fields[tag]).Select(place => $"{tag}: the engine has {place}"));
            differences.AddRange(report.Fields[tag].Except(places).Select(place => $"{tag}: the runtime has {place}"));

            JsonElement[] bits = [.. members.Where(field => field.TryGetProperty("bit", out _))];
            string[] order = [.. report.Ones[tag].Select(item => item.Path)];
            order.Order().ShouldBe(bits.Select(bit => bit.GetProperty("c").GetString()!).Order(), tag);
            images += bits.Length;
            int size = layout.GetProperty("size").GetInt32();
            byte[] mixed = new byte[size];
            foreach ((string path, string image) in report.Ones[tag])
            {
                JsonElement bit = bits.Single(bit => bit.GetProperty("c").GetString() == path);
                byte[] ones = new byte[size];
                Set(ones, bit, ulong.MaxValue, report.IsBigEndian);
                Compare($"{tag}.{path}", Convert.ToHexStringLower(ones), image);
                Set(mixed, bit, (ulong)(Array.IndexOf(order, path) + 1), report.IsBigEndian);
            }

            if (bits.Length > 0)
                Compare($"{tag}, all bit-fields", Convert.ToHexStringLower(mixed), report.Mixed[tag]);
        }

        differences.ShouldBeEmpty();
        structs.ShouldBeGreaterThanOrEqualTo(105);
        fields.ShouldBeGreaterThan(500);
        images.ShouldBeGreaterThan(8);
        report.Sizes.Count.ShouldBe(structs);

        void Compare<T>(string what, T engine, T runtime)
        {
            if (!EqualityComparer<T>.Default.Equals(engine, runtime))
                differences.Add($"{what}: the engine says {engine}, the runtime {runtime}");
        }
    }

    public static void VerifyNumbers(ProbeReport report, string abi)
    {
        IReadOnlyDictionary<string, uint> numbers = Manifest.Numbers(abi);
        numbers.Count.ShouldBe(60);
        foreach (IGrouping<string, uint> command in report.Numbers)
            command.Distinct().ShouldBe([numbers[command.Key]], command.Key);
        report.Numbers.Count.ShouldBe(numbers.Count);
    }

    private static (string, int, int) Place(JsonElement field)
        => (field.GetProperty("c").GetString()!, field.GetProperty("offset").GetInt32(), field.GetProperty("size").GetInt32());

    // The bit is counted from the least significant one of the word, which stands first or last in memory.
    private static void Set(byte[] image, JsonElement field, ulong value, bool isBigEndian)
    {
        int offset = field.GetProperty("offset").GetInt32(), size = field.GetProperty("size").GetInt32();
        int first = field.GetProperty("bit").GetInt32(), width = field.GetProperty("bits").GetInt32();
        for (int i = 0; i < width; i++)
        {
            int bit = first + i;
            int index = offset + (isBigEndian ? size - 1 - (bit / 8) : bit / 8);
            byte mask = (byte)(1 << (bit % 8));
            image[index] = (byte)((value >> i & 1) != 0 ? image[index] | mask : image[index] & ~mask);
        }
    }
}

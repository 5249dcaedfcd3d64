using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Tool.Layout;
using IoctlSharp.Tool.Model;

namespace IoctlSharp.Tool.Emission;

/// <summary>
/// Writes a manifest as JSON of schema 1: one struct, command or constant a line, so that a difference of two manifests reads well.
/// </summary>
internal static class ManifestEmitter
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Emit(ManifestModel manifest, TextWriter output)
    {
        output.Write($"{{\"schema\":1,\"assembly\":{Text(writer => writer.WriteStringValue(manifest.Assembly))},\n");
        output.Write($"\"structs\":[{Lines(manifest.Structs, EmitStruct)}],\n");
        output.Write($"\"commands\":[{Lines(manifest.Commands, EmitCommand)}],\n");
        output.Write($"\"constants\":[{Lines(manifest.Constants, EmitConstant)}]}}\n");
    }

    private static void EmitStruct(Utf8JsonWriter writer, DeclaredStructModel type)
    {
        EmitNames(writer, type.Definition.Name, type.CsName, type.Header);
        writer.WriteStartObject("layouts");
        foreach (LinuxAbi abi in AbiName.All)
        {
            PlacementEngine engine = new(abi);
            StructLayout layout = engine.LayoutOf(type);
            writer.WriteStartObject(AbiName.Of(abi));
            writer.WriteNumber("size", layout.Size);
            writer.WriteNumber("align", layout.Alignment);
            writer.WriteStartArray("fields");
            foreach (PlacedField field in engine.Fields(type))
                EmitField(writer, field);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void EmitField(Utf8JsonWriter writer, PlacedField field)
    {
        writer.WriteStartObject();
        writer.WriteString("c", field.Path);
        writer.WriteNumber("offset", field.Offset);
        writer.WriteNumber("size", field.Size);
        if (field.Bit is { } bit)
        {
            writer.WriteNumber("bit", bit);
            writer.WriteNumber("bits", field.Bits);
        }

        if (field.Tail is not null)
            writer.WriteString("tail", field.Tail);
        writer.WriteEndObject();
    }

    private static void EmitCommand(Utf8JsonWriter writer, DeclaredCommandModel command)
    {
        EmitNames(writer, command.CName, command.CsName, command.Header);
        writer.WriteString("fd", command.FileKind);
        writer.WriteString("struct", NullIfEmpty(command.Struct));
        writer.WriteStartObject("numbers");
        foreach (LinuxAbi abi in AbiName.All.Where(command.Numbers.ContainsKey))
            writer.WriteNumber(AbiName.Of(abi), command.Numbers[abi]);
        writer.WriteEndObject();
    }

    private static void EmitConstant(Utf8JsonWriter writer, DeclaredConstantModel constant)
    {
        EmitNames(writer, constant.CName, constant.CsName, constant.Header);
        writer.WritePropertyName("value");
        if (constant.Value is string text)
            writer.WriteStringValue(text);
        else if (constant.Value is ulong wide)
            writer.WriteNumberValue(wide);
        else
            writer.WriteNumberValue(Convert.ToInt64(constant.Value));
    }

    private static void EmitNames(Utf8JsonWriter writer, string c, string cs, string header)
    {
        writer.WriteString("c", c);
        writer.WriteString("cs", cs);
        writer.WriteString("header", NullIfEmpty(header));
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static string Lines<T>(IReadOnlyList<T> items, Action<Utf8JsonWriter, T> emit)
        => items.Count == 0 ? "" : "\n" + string.Join(",\n", items.Select(item => Text(writer =>
        {
            writer.WriteStartObject();
            emit(writer, item);
            writer.WriteEndObject();
        }))) + "\n";

    private static string Text(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, s_options))
            write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

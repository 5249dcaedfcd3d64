using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using IoctlSharp.Vfio;

namespace IoctlSharp.Abi.Tests;

/// <summary>What the layout engine says of the definitions: the manifest that <c>ioctlsharp manifest</c> prints.</summary>
internal static class Manifest
{
    private static readonly Lazy<JsonElement> s_root = new(Read);

    /// <summary>Each struct by its C tag, as one ABI (<c>ppc64le</c>) lays it out.</summary>
    public static IEnumerable<(string Tag, JsonElement Layout)> Structs(string abi)
        => s_root.Value.GetProperty("structs").EnumerateArray().Select(type => (type.GetProperty("c").GetString()!, type.GetProperty("layouts").GetProperty(abi)));

    /// <summary>The number of each command on one ABI.</summary>
    public static IReadOnlyDictionary<string, uint> Numbers(string abi)
        => s_root.Value.GetProperty("commands").EnumerateArray().DistinctBy(command => command.GetProperty("c").GetString())
            .ToDictionary(command => command.GetProperty("c").GetString()!, command => command.GetProperty("numbers").GetProperty(abi).GetUInt32());

    private static JsonElement Read()
    {
        string output = Output("dotnet", "exec", Repository.Built("definitions/Tool", "net10.0", "IoctlSharp.Tool.dll"), "manifest", typeof(VfioIoctls).Assembly.Location);
        return JsonDocument.Parse(output).RootElement;
    }

    private static string Output(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}

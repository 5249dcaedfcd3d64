namespace IoctlSharp.Generator.Model;

/// <summary>What the compilation offers to emitted code.</summary>
/// <param name="HasPlatformAttributes"><c>[SupportedOSPlatform]</c> exists (.NET 5 and later).</param>
/// <param name="HasFieldSpans">A span over a struct's field is safe: <c>[UnscopedRef]</c> exists and the language knows it (C# 11, .NET 7).</param>
public sealed record TargetModel(bool HasPlatformAttributes, bool HasFieldSpans);

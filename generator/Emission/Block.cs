using System;

namespace IoctlSharp.Generator.Emission;

/// <summary>An open pair of braces.</summary>
public readonly struct Block(CodeWriter writer) : IDisposable
{
    public void Dispose() => writer.Close();
}

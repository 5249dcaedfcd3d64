using System;
using System.Buffers.Binary;

namespace IoctlSharp.Layout.Tests;

/// <summary>What gcc answered to the questions of a <see cref="GccProgram"/>.</summary>
internal sealed class GccAnswers(byte[] facts, byte[] images, int factCount)
{
    public uint Fact(int question) => BinaryPrimitives.ReadUInt32LittleEndian(facts.AsSpan(question * 4));

    public ReadOnlySpan<byte> Image(int question)
        => images.AsSpan((int)Fact(factCount + (question * 2)), (int)Fact(factCount + (question * 2) + 1));
}

using System.Buffers.Binary;
using System.Collections.Generic;
using System.Text;

namespace IoctlSharp.Tool.Proof;

/// <summary>A compiler's answers by the numbers of the questions; null for what C does not have.</summary>
internal sealed class CAnswers(IReadOnlyList<byte[]?> answers, bool isBigEndian)
{
    public ulong? Value(int question) => answers[question] is not { Length: 8 } bytes ? null
        : isBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(bytes) : BinaryPrimitives.ReadUInt64LittleEndian(bytes);

    public byte[]? Image(int question) => answers[question];

    public string? Text(int question) => answers[question] is { Length: > 0 } bytes ? Encoding.UTF8.GetString(bytes, 0, bytes.Length - 1) : null;
}

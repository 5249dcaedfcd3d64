using System;
using Shouldly;

namespace IoctlSharp.Calls.Tests.Recording;

/// <summary>Bytes as hexadecimal text, a group a field.</summary>
internal static class HexAssertions
{
    /// <param name="bytes">What the kernel saw.</param>
    /// <param name="groups">What it should have seen; spaces and bars only separate.</param>
    public static void ShouldHold(this byte[]? bytes, string groups)
        => Convert.ToHexStringLower(bytes.ShouldNotBeNull()).ShouldBe(groups.Replace(" ", "").Replace("|", ""));

    public static void ShouldHold(this RecordedCall call, string groups) => call.Bytes.ShouldHold(groups);
}

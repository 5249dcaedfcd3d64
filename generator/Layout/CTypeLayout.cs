namespace IoctlSharp.Generator.Layout;

/// <summary>What a struct needs to know of a member's type to place it.</summary>
internal readonly record struct CTypeLayout(int Size, int Alignment, ByteRuns Owned);

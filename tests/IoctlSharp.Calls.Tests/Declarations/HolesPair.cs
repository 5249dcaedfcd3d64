using System.Runtime.CompilerServices;

namespace IoctlSharp.Calls.Tests.Declarations;

[InlineArray(2)]
public struct HolesPair
{
    private Holes _first;
}

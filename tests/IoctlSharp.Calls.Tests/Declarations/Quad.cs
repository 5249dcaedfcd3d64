using System.Runtime.CompilerServices;

namespace IoctlSharp.Calls.Tests.Declarations;

[InlineArray(4)]
public struct Quad
{
    private uint _first;
}

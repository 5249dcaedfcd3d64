// since net8.0, C# 12
using System.Runtime.CompilerServices;
using IoctlSharp;

namespace Demo;

[InlineArray(4)]
public struct Quad
{
    private uint _first;
}

[InlineArray(16)]
public struct Sixteen
{
    private byte _first;
}

[KernelStruct("demo_inline")]
public partial struct Inline
{
    private Quad _quad;
    [CString] private Sixteen _name;
    public Quad Open;
}

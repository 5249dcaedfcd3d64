using System.Runtime.InteropServices;

namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>A union whose arms differ in size.</summary>
[KernelUnion("choice"), StructLayout(LayoutKind.Explicit)]
public partial struct Choice
{
    [FieldOffset(0)] public ulong Number;
    [FieldOffset(0)] public byte Letter;
    [FieldOffset(0)] public Operation Operation;
}

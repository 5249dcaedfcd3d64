namespace IoctlSharp.Analyzers.Tests.Testing;

/// <summary>What every test may use. The names are not those of any test.</summary>
internal static class Vocabulary
{
    public const string Source = """
        global using System;
        global using System.Runtime.CompilerServices;
        global using System.Runtime.InteropServices;
        global using IoctlSharp;

        public sealed class Device : DeviceHandle
        {
            public Device(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
        }

        [Flags]
        public enum Bit : uint { None, One = 1, Two = 2 }

        [KernelStruct("plain")]
        public partial struct Plain { public uint Value; public Bit Flags; public int Fd; public byte Small; [Reserved] private byte _p0; [Reserved] private ushort _p1; public ulong Address; }

        [KernelStruct("sized")]
        public partial struct Sized { [ArgSize] private uint _argsz; public Bit Flags; public ulong Address; }

        [KernelStruct("listed"), Tail("items", typeof(int))]
        public partial struct Listed { [ArgSize] private uint _argsz; public Bit Flags; [TailCount] private uint _count; }
        """;
}

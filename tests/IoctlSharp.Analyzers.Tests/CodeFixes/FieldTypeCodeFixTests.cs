using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class FieldTypeCodeFixTests
{
    [Fact]
    public Task Bool_is_a_byte() => Fix.Makes<FieldTypeCodeFix>(
        RuleIds.FieldTypeIsNotFixedWidth,
        """
        [KernelStruct("s")]
        public unsafe partial struct S
        {
            public bool A, B;
            /// <summary>C.</summary>
            public bool C; // c
            public fixed bool D[4];
        }
        """,
        """
        [KernelStruct("s")]
        public unsafe partial struct S
        {
            public byte A, B;
            /// <summary>C.</summary>
            public byte C; // c
            public fixed byte D[4];
        }
        """);

    [Fact]
    public Task Char_is_a_ushort() => Fix.Makes<FieldTypeCodeFix>(
        RuleIds.FieldTypeIsNotFixedWidth,
        """
        [KernelStruct("s")] public partial struct S { public char A; public Char B; }
        """,
        """
        [KernelStruct("s")] public partial struct S { public ushort A; public ushort B; }
        """);

    [Fact]
    public Task An_int_size_is_a_uint() => Fix.Makes<FieldTypeCodeFix>(
        RuleIds.ArgSizeIsNotUInt,
        """
        [KernelStruct("s")] public partial struct S { [ArgSize] private int _argsz; public uint Flags; }
        """,
        """
        [KernelStruct("s")] public partial struct S { [ArgSize] private uint _argsz; public uint Flags; }
        """);

    [Fact]
    public Task A_string_is_left_alone() => Fix.IsNotOffered<FieldTypeCodeFix>(
        RuleIds.FieldTypeIsNotFixedWidth,
        """
        [KernelStruct("s")] public partial struct S { public string Name; }
        """);

    [Fact]
    public Task A_size_of_another_width_is_left_alone() => Fix.IsNotOffered<FieldTypeCodeFix>(
        RuleIds.ArgSizeIsNotUInt,
        """
        [KernelStruct("s")] public partial struct S { [ArgSize] private ulong _argsz; public ulong Flags; }
        """);

    [Fact]
    public Task Words_of_bits() => Fix.Makes<FieldTypeCodeFix>(
        RuleIds.BitsNeedUnsignedWord,
        """
        [KernelStruct("s")] public partial struct S { [Bits("A", 32)] private int _word; /* and */ [Bits("B", 32)] private int _other; }
        """,
        """
        [KernelStruct("s")] public partial struct S { [Bits("A", 32)] private uint _word; /* and */ [Bits("B", 32)] private uint _other; }
        """,
        "Make it a uint");

    [Fact]
    public Task A_count_of_a_tail() => Fix.Makes<FieldTypeCodeFix>(
        RuleIds.TailCountIsNotInteger,
        """
        [KernelStruct("s"), Tail("items", typeof(int))] public partial struct S { [TailCount] private long _count; }
        """,
        """
        [KernelStruct("s"), Tail("items", typeof(int))] public partial struct S { [TailCount] private ulong _count; }
        """);
}

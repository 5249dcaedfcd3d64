using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using IoctlSharp.Idxd;
using Shouldly;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Idxd;

/// <summary>The functions in machine code: their bytes, what they do with the flag, and the pages they stand in.</summary>
[Collection(nameof(FakePortal))]
public sealed unsafe class CodePageTests
{
    private const string Intrinsics = """
        #include <immintrin.h>
        int enqcmd(void *slot, const void *descriptor) { _mm_sfence(); return _enqcmd(slot, descriptor); }
        int movdir64b(void *slot, const void *descriptor) { _mm_sfence(); _movdir64b(slot, descriptor); return 0; }
        """;

    [Theory]
    [InlineData("enqcmd")]
    [InlineData("movdir64b")]
    public void The_bytes_are_those_that_gcc_makes_of_the_intrinsics(string name)
        => Gnu.Compile("stub.c", Intrinsics, made => Gnu.Section(made, ".text." + name), "-c", "-O2", "-menqcmd", "-mmovdir64b", "-ffunction-sections", "-fcf-protection=none")
            .ShouldBe(Code(name));

    [Theory]
    [InlineData("enqcmd", "sfence\nxor %eax, %eax\nenqcmd (%rsi), %rdi\nsetz %al\nret\n")]
    [InlineData("movdir64b", "sfence\nxor %eax, %eax\nmovdir64b (%rsi), %rdi\nret\n")]
    public void The_bytes_are_those_of_the_assembler(string name, string text)
        => Gnu.Compile("stub.s", text, made => Gnu.Section(made, ".text"), "-c").ShouldBe(Code(name));

    [Theory]
    [InlineData("enqcmd", "sfence xor enqcmd sete ret")]
    [InlineData("movdir64b", "sfence xor movdir64b ret")]
    public void A_disassembler_reads_them_so(string name, string mnemonics)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, Code(name));
            string text = Gnu.Run("objdump", "-D", "-b", "binary", "-m", "i386:x86-64", file);
            string.Join(' ', text.Split('\n').Select(line => line.Split('\t')).Where(parts => parts.Length == 3).Select(parts => parts[2].Split(' ')[0])).ShouldBe(mnemonics);
        }
        finally
        {
            File.Delete(file);
        }
    }

    // The five bytes of ENQCMD become those of cmp eax, 0 or cmp eax, 1: eax is zero there.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void The_result_is_the_zero_flag_behind_the_instruction(byte operand, int result)
    {
        byte[] code = [.. CodePage.EnqcmdCode];
        byte[] compare = [0x3d, operand, 0, 0, 0];
        code.AsSpan().IndexOf<byte>([0xf2, 0x0f, 0x38, 0xf8, 0x3e]).ShouldBe(5);
        compare.CopyTo(code, 5);

        ((delegate* unmanaged[Cdecl]<byte*, byte*, int>)CodePage.Map(code))(null, null).ShouldBe(result);
    }

    [Fact]
    public void Their_pages_are_executable_and_not_writable()
    {
        foreach (IntPtr code in new[] { CodePage.Enqcmd, CodePage.Movdir64B })
            Protection(code).ShouldBe("r-xp");
        Marshal.PtrToStructure<ulong>(CodePage.Enqcmd).ShouldBe(BitConverter.ToUInt64(CodePage.EnqcmdCode));
    }

    [Fact]
    public void The_page_is_not_executable_while_it_is_writable()
    {
        byte* page = PageMemory.Map((nuint)Environment.SystemPageSize);
        Protection((IntPtr)page).ShouldBe("rw-p");
        PageMemory.Protect(page, (nuint)Environment.SystemPageSize, PageMemory.ProtRead | PageMemory.ProtExecute).ShouldBe(Errno.None);
        Protection((IntPtr)page).ShouldBe("r-xp");
    }

    [Fact]
    public void What_the_processor_has_is_what_the_kernel_says()
    {
        string flags = File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("flags", StringComparison.Ordinal)) + " ";

        IdxdInstructions.HasMovdir64B.ShouldBe(flags.Contains(" movdir64b ", StringComparison.Ordinal));
        // The kernel hides ENQCMD where it has no PASIDs to give.
        if (flags.Contains(" enqcmd ", StringComparison.Ordinal))
            IdxdInstructions.HasEnqcmd.ShouldBeTrue();
    }

    [Fact]
    public void Movdir64b_moves_64_bytes()
    {
        using EmulatedInstructions instructions = new();
        byte* page = PageMemory.Map((nuint)Environment.SystemPageSize);
        byte[] image = [.. Enumerable.Range(1, 64).Select(value => (byte)value)];
        fixed (byte* source = image)
            ((delegate* unmanaged[Cdecl]<byte*, byte*, int>)CodePage.Movdir64B)(page + 64, source).ShouldBe(0);

        new Span<byte>(page, 192).ToArray().ShouldBe([.. new byte[64], .. image, .. new byte[64]]);
    }

    private static byte[] Code(string name) => name == "enqcmd" ? CodePage.EnqcmdCode : CodePage.Movdir64BCode;

    private static string Protection(IntPtr address)
    {
        foreach (string line in File.ReadLines("/proc/self/maps"))
        {
            string[] parts = line.Split(' ');
            string[] range = parts[0].Split('-');
            if (Number(range[0]) <= (ulong)address && (ulong)address < Number(range[1]))
                return parts[1];
        }

        return "not mapped";
    }

    private static ulong Number(string text) => ulong.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}

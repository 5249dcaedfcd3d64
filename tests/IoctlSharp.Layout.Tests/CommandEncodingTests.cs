using System;
using System.Collections.Generic;
using IoctlSharp.Generator.Layout;
using Shouldly;
using Xunit;

namespace IoctlSharp.Layout.Tests;

public class CommandEncodingTests
{
    [Theory]
    // _IO(';', 113), VFIO_IOMMU_MAP_DMA
    [InlineData(IoctlMacro.IO, ';', 113, 0, 0x3b71u, 0x20003b71u)]
    [InlineData(IoctlMacro.IO, 'x', 1, 0, 0x7801u, 0x20007801u)]
    [InlineData(IoctlMacro.IOR, 'x', 1, 4, 0x80047801u, 0x40047801u)]
    [InlineData(IoctlMacro.IOW, 'x', 1, 4, 0x40047801u, 0x80047801u)]
    [InlineData(IoctlMacro.IOWR, 'x', 1, 4, 0xc0047801u, 0xc0047801u)]
    // UACCE_CMD_START_Q, UACCE_CMD_QM_SET_QP_CTX, UACCE_CMD_QM_SET_QP_INFO
    [InlineData(IoctlMacro.IO, 'W', 0, 0, 0x5700u, 0x20005700u)]
    [InlineData(IoctlMacro.IOWR, 'H', 10, 4, 0xc004480au, 0xc004480au)]
    [InlineData(IoctlMacro.IOWR, 'H', 11, 16, 0xc010480bu, 0xc010480bu)]
    // What powerpc's asm/ioctls.h makes of TIOCGWINSZ, FIONREAD and FIONBIO
    [InlineData(IoctlMacro.IOR, 't', 104, 8, 0x80087468u, 0x40087468u)]
    [InlineData(IoctlMacro.IOR, 'f', 127, 4, 0x8004667fu, 0x4004667fu)]
    [InlineData(IoctlMacro.IOW, 'f', 126, 4, 0x4004667eu, 0x8004667eu)]
    public void Known_numbers(IoctlMacro macro, char type, byte nr, int size, uint generic, uint threeBits)
    {
        foreach (LinuxAbi abi in Enum.GetValues<LinuxAbi>())
        {
            bool three = abi is LinuxAbi.Ppc64le or LinuxAbi.Mips64el or LinuxAbi.Sparc64;
            CommandEncodingEngine.Encode(abi, macro, (byte)type, nr, size).ShouldBe(three ? threeBits : generic, abi.ToString());
        }
    }

    [Fact]
    public void X86_numbers_are_those_of_asm_ioctl_h()
    {
        Random random = Seed.Random();
        var program = new GccProgram("#include <asm/ioctl.h>");
        var asked = new List<(IoctlMacro Macro, byte Type, byte Nr, int Size, int Question)>();
        for (int i = 0; i < 400; i++)
        {
            var macro = (IoctlMacro)random.Next(4);
            byte type = (byte)random.Next(256);
            byte nr = (byte)random.Next(256);
            int size = macro == IoctlMacro.IO ? 0 : random.Next(1 << 14);
            string argument = macro == IoctlMacro.IO ? "" : $", char[{size}]";
            asked.Add((macro, type, nr, size, program.Ask($"_{macro}({type}, {nr}{argument})")));
        }
        foreach (DataModel model in new[] { DataModel.Lp64, DataModel.I386 })
        {
            LinuxAbi abi = model == DataModel.Lp64 ? LinuxAbi.X86_64 : LinuxAbi.I386;
            GccAnswers answers = program.Compile(model);
            foreach ((IoctlMacro macro, byte type, byte nr, int size, int question) in asked)
                CommandEncodingEngine.Encode(abi, macro, type, nr, size).ShouldBe(answers.Fact(question), $"{macro}({type}, {nr}, {size}) IOCTLSHARP_SEED={Seed.Value}");
        }
    }

    [Fact]
    public void Decoding_undoes_encoding()
    {
        Random random = Seed.Random();
        foreach (LinuxAbi abi in Enum.GetValues<LinuxAbi>())
        {
            for (int i = 0; i < 200; i++)
            {
                var macro = (IoctlMacro)random.Next(4);
                int size = macro == IoctlMacro.IO ? 0 : random.Next(CommandEncodingEngine.MaxSize(abi, macro) + 1);
                var parts = new CommandParts(macro, (byte)random.Next(256), (byte)random.Next(256), size);
                uint number = CommandEncodingEngine.Encode(abi, parts.Macro, parts.Type, parts.Nr, parts.Size);
                CommandEncodingEngine.TryDecode(abi, number, out CommandParts decoded).ShouldBeTrue();
                decoded.ShouldBe(parts, $"{abi} IOCTLSHARP_SEED={Seed.Value}");
            }
        }
    }

    [Theory]
    [InlineData(LinuxAbi.X86_64, 16383)]
    [InlineData(LinuxAbi.AArch64, 16383)]
    [InlineData(LinuxAbi.Ppc64le, 8191)]
    [InlineData(LinuxAbi.Mips64el, 8191)]
    [InlineData(LinuxAbi.Sparc64, 16383)]
    public void A_size_beyond_the_bits_is_a_fact(LinuxAbi abi, int limit)
    {
        CommandEncodingEngine.MaxSize(abi, IoctlMacro.IOR).ShouldBe(limit);
        CommandEncodingEngine.TryEncode(abi, IoctlMacro.IOR, 1, 2, limit, out _).ShouldBeTrue();
        CommandEncodingEngine.TryEncode(abi, IoctlMacro.IOR, 1, 2, limit + 1, out uint number).ShouldBeFalse();
        number.ShouldBe(0u);
        CommandEncodingEngine.TryEncode(abi, IoctlMacro.IOR, 1, 2, -1, out _).ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => CommandEncodingEngine.Encode(abi, IoctlMacro.IOR, 1, 2, limit + 1)).Message.ShouldContain($"{limit} bytes");
    }

    [Fact]
    public void The_14th_size_bit_of_sparc_overlaps_the_direction_none()
    {
        // _IOR('x', 1, char[8192]) by arch/sparc/include/uapi/asm/ioctl.h: 2 << 29 | 8192 << 16 | 'x' << 8 | 1
        const uint Number = 0x60007801;
        CommandEncodingEngine.Encode(LinuxAbi.Sparc64, IoctlMacro.IOR, (byte)'x', 1, 8192).ShouldBe(Number);
        CommandEncodingEngine.TryDecode(LinuxAbi.Sparc64, Number, out CommandParts parts).ShouldBeTrue();
        parts.ShouldBe(new CommandParts(IoctlMacro.IOR, (byte)'x', 1, 8192));
        CommandEncodingEngine.TryDecode(LinuxAbi.Ppc64le, Number, out _).ShouldBeFalse();
        CommandEncodingEngine.TryEncode(LinuxAbi.Sparc64, IoctlMacro.IO, (byte)'x', 1, 8192, out _).ShouldBeFalse();
    }

    [Fact]
    public void Direction_bits_that_no_macro_makes_do_not_decode()
    {
        CommandEncodingEngine.TryDecode(LinuxAbi.Mips64el, 0x5401, out _).ShouldBeFalse();
        CommandEncodingEngine.TryDecode(LinuxAbi.Mips64el, 0xe0007801, out _).ShouldBeFalse();
        CommandEncodingEngine.TryDecode(LinuxAbi.X86_64, 0x5401, out CommandParts legacy).ShouldBeTrue();
        legacy.ShouldBe(new CommandParts(IoctlMacro.IO, 0x54, 1, 0));
    }

    [Fact]
    public void Only_the_32_bit_machines_are_not_lp64()
    {
        foreach (LinuxAbi abi in Enum.GetValues<LinuxAbi>())
            CommandEncodingEngine.DataModelOf(abi).ShouldBe(abi switch { LinuxAbi.I386 => DataModel.I386, LinuxAbi.Arm => DataModel.Ilp32, _ => DataModel.Lp64 });
    }
}

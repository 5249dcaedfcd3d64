using System;
using System.IO;
using System.Runtime.InteropServices;
using IoctlSharp.Interop;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Interop;

public sealed class ProcessAbiTests
{
    [Fact]
    public void The_runtime_and_the_ELF_header_agree()
    {
        ElfMachine.OfThisProcess.ShouldBe(ProcessAbi.Current);
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "the next line is about x86-64");
        ProcessAbi.Current.ShouldBe(LinuxAbi.X86_64);
    }

    [Fact]
    public void The_data_model_selects() =>
        ProcessAbi.Select(1, 2, 3).ShouldBe(ProcessAbi.Current switch { LinuxAbi.I386 => 3, LinuxAbi.Arm => 2, _ => 1 });

    [Theory]
    [InlineData(62, 2, 1, LinuxAbi.X86_64)]
    [InlineData(3, 1, 1, LinuxAbi.I386)]
    [InlineData(183, 2, 1, LinuxAbi.AArch64)]
    [InlineData(40, 1, 1, LinuxAbi.Arm)]
    [InlineData(243, 2, 1, LinuxAbi.RiscV64)]
    [InlineData(22, 2, 2, LinuxAbi.S390x)]
    [InlineData(21, 2, 1, LinuxAbi.Ppc64le)]
    [InlineData(8, 2, 1, LinuxAbi.Mips64el)]
    [InlineData(43, 2, 2, LinuxAbi.Sparc64)]
    [InlineData(258, 2, 1, LinuxAbi.LoongArch64)]
    public void An_ELF_header_names_the_machine(int machine, byte bits, byte order, LinuxAbi abi) => ElfMachine.Decode(Header(machine, bits, order)).ShouldBe(abi);

    [Theory]
    [InlineData(62, 1, 1)] // x32: x86-64's machine with 32-bit pointers
    [InlineData(21, 2, 2)] // big-endian POWER
    [InlineData(9999, 2, 1)]
    public void An_unknown_machine_is_an_error_not_a_default(int machine, byte bits, byte order) =>
        Should.Throw<PlatformNotSupportedException>(() => ElfMachine.Decode(Header(machine, bits, order))).Message.ShouldContain(machine.ToString());

    [Fact]
    public void What_is_no_ELF_file_is_an_error()
    {
        Should.Throw<PlatformNotSupportedException>(() => ElfMachine.Decode(new byte[20]));
        Should.Throw<PlatformNotSupportedException>(() => ElfMachine.Decode([0x7f, (byte)'E', (byte)'L', (byte)'F']));
    }

    private static byte[] Header(int machine, byte bits, byte order)
    {
        var header = new byte[20];
        "\u007fELF"u8.CopyTo(header);
        header[4] = bits;
        header[5] = order;
        header[order == 2 ? 18 : 19] = (byte)(machine >> 8);
        header[order == 2 ? 19 : 18] = (byte)machine;
        return header;
    }
}

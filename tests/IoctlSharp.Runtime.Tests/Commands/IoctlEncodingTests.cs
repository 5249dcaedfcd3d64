using System;
using IoctlSharp.Interop;
using Xunit;

namespace IoctlSharp.Runtime.Tests.Commands;

public sealed class IoctlEncodingTests
{
    // Computed by gcc from the kernel's headers of each machine.
    [Theory]
    [InlineData(IoctlMacro.IO, 0x3b, 113, 0, 0x00003b71u, 0x20003b71u)] // VFIO_IOMMU_MAP_DMA
    [InlineData(IoctlMacro.IO, 'x', 1, 0, 0x00007801u, 0x20007801u)]
    [InlineData(IoctlMacro.IOR, 'x', 1, 4, 0x80047801u, 0x40047801u)]
    [InlineData(IoctlMacro.IOW, 'x', 1, 4, 0x40047801u, 0x80047801u)]
    [InlineData(IoctlMacro.IOWR, 'x', 1, 4, 0xc0047801u, 0xc0047801u)]
    [InlineData(IoctlMacro.IOW, 'T', 202, 4, 0x400454cau, 0x800454cau)] // TUNSETIFF
    [InlineData(IoctlMacro.IOR, 0x12, 114, 8, 0x80081272u, 0x40081272u)] // BLKGETSIZE64
    [InlineData(IoctlMacro.IOWR, 'H', 10, 4, 0xc004480au, 0xc004480au)] // UACCE_CMD_QM_SET_QP_CTX: equal by accident
    public void A_number_is_the_macros_on_each_machine(IoctlMacro macro, int type, int nr, int size, uint generic, uint powerPC)
    {
        var encoding = new IoctlEncoding(macro, (byte)type, (byte)nr, size);
        foreach (LinuxAbi abi in Enum.GetValues<LinuxAbi>())
        {
            bool three = abi is LinuxAbi.Ppc64le or LinuxAbi.Mips64el or LinuxAbi.Sparc64;
            encoding.NumberOn(abi).ShouldBe(three ? powerPC : generic, abi.ToString());
        }
    }

    [Fact]
    public void Decoding_undoes_encoding()
    {
        int seed = Environment.TickCount;
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++)
        {
            var abi = (LinuxAbi)random.Next(Enum.GetValues<LinuxAbi>().Length);
            var macro = (IoctlMacro)random.Next(4);
            var encoding = new IoctlEncoding(macro, (byte)random.Next(256), (byte)random.Next(256), macro == IoctlMacro.IO ? 0 : random.Next(abi is LinuxAbi.Ppc64le or LinuxAbi.Mips64el ? 8192 : 16384));
            IoctlEncoding.TryDecode(encoding.NumberOn(abi), abi, out IoctlEncoding decoded).ShouldBeTrue();
            decoded.ShouldBe(encoding, $"seed {seed}, {abi}");
        }
    }

    [Theory]
    [InlineData(LinuxAbi.X86_64, 16383)]
    [InlineData(LinuxAbi.S390x, 16383)]
    [InlineData(LinuxAbi.Ppc64le, 8191)]
    [InlineData(LinuxAbi.Mips64el, 8191)]
    [InlineData(LinuxAbi.Sparc64, 16383)]
    public void A_size_beyond_the_size_bits_is_refused_by_its_limit(LinuxAbi abi, int limit)
    {
        new IoctlEncoding(IoctlMacro.IOR, 1, 1, limit).NumberOn(abi).ShouldNotBe(0u);
        Should.Throw<ArgumentOutOfRangeException>(() => new IoctlEncoding(IoctlMacro.IOR, 1, 1, limit + 1).NumberOn(abi)).Message.ShouldContain(limit.ToString());
        Should.Throw<ArgumentOutOfRangeException>(() => new IoctlEncoding(IoctlMacro.IOR, 1, 1, -1).NumberOn(abi));
    }

    [Theory]
    [InlineData(0x0000541bu)] // FIONREAD of x86: direction bits 0, which powerpc's macros never make
    [InlineData(0x60001234u)]
    [InlineData(0xa0001234u)]
    [InlineData(0xe0001234u)]
    public void Direction_bits_that_no_macro_makes_are_not_decoded(uint number) =>
        IoctlEncoding.TryDecode(number, LinuxAbi.Ppc64le, out _).ShouldBeFalse();

    [Theory]
    [InlineData(0x400454cau, "_IOW('T', 202, 4)")]
    [InlineData(0x00003b71u, "_IO(';', 113)")]
    [InlineData(0x80081272u, "_IOR(0x12, 114, 8)")]
    public void Its_text_is_what_C_writes(uint number, string text)
    {
        IoctlEncoding.TryDecode(number, LinuxAbi.X86_64, out IoctlEncoding encoding).ShouldBeTrue();
        encoding.ToString().ShouldBe(text);
    }

    // sparc's asm/ioctl.h: the 14th size bit stands where "none" has its direction bit.
    [Fact]
    public void On_sparc_a_size_has_fourteen_bits_beside_a_direction()
    {
        new IoctlEncoding(IoctlMacro.IOR, (byte)'x', 1, 8192).NumberOn(LinuxAbi.Sparc64).ShouldBe(0x60007801u);
        IoctlEncoding.TryDecode(0x60007801u, LinuxAbi.Sparc64, out IoctlEncoding decoded).ShouldBeTrue();
        decoded.ShouldBe(new IoctlEncoding(IoctlMacro.IOR, (byte)'x', 1, 8192));
    }

    [Fact]
    public void The_numbers_of_this_process_are_those_of_its_machine()
    {
        LinuxAbi abi = ProcessAbi.Current;
        ((ulong)IoctlNumber.IO(0x3b, 113)).ShouldBe(new IoctlEncoding(IoctlMacro.IO, 0x3b, 113).NumberOn(abi));
        ((ulong)IoctlNumber.IOR(1, 2, 300)).ShouldBe(new IoctlEncoding(IoctlMacro.IOR, 1, 2, 300).NumberOn(abi));
        ((ulong)IoctlNumber.IOW(1, 2, 300)).ShouldBe(new IoctlEncoding(IoctlMacro.IOW, 1, 2, 300).NumberOn(abi));
        ((ulong)IoctlNumber.IOWR(255, 255, 8191)).ShouldBe(new IoctlEncoding(IoctlMacro.IOWR, 255, 255, 8191).NumberOn(abi));
        Should.Throw<ArgumentOutOfRangeException>(() => IoctlNumber.IOR(1, 1, 16384));
    }

    [Fact]
    public void A_run_time_number_stays_within_its_eight_bits()
    {
        IoctlNumber.Offset(0x20, 0xdf).ShouldBe((byte)0xff);
        Should.Throw<ArgumentOutOfRangeException>(() => IoctlNumber.Offset(0x20, 0xe0)).Message.ShouldContain("at most 223");
    }
}

using System;
using System.IO;
using System.Linq;
using IoctlSharp.Tool.Layout;
using IoctlSharp.Tool.Proof;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Header;

/// <summary>A machine, and the compiler that makes code for it.</summary>
/// <param name="Arch">The name in manifests.</param>
/// <param name="Folder">The kernel's name for the architecture: the folder with its headers.</param>
/// <param name="Compiler">The program and its options.</param>
/// <param name="Package">Debian's package of the program.</param>
internal sealed record Machine(string Arch, string Folder, string Compiler, string Package)
{
    // gcc for each but LoongArch, for which Debian 12 has none; and clang, another mind, for all.
    private static readonly Machine[] s_all =
    [
        .. Of("x86_64", "x86", "x86_64-linux-gnu", "gcc", "gcc"),
        .. Of("i386", "x86", "i386-linux-gnu", "gcc -m32", "gcc"),
        .. Of("aarch64", "arm64", "aarch64-linux-gnu", "aarch64-linux-gnu-gcc", "gcc-aarch64-linux-gnu"),
        .. Of("arm", "arm", "arm-linux-gnueabi", "arm-linux-gnueabi-gcc", "gcc-arm-linux-gnueabi"),
        .. Of("riscv64", "riscv", "riscv64-linux-gnu", "riscv64-linux-gnu-gcc", "gcc-riscv64-linux-gnu"),
        .. Of("s390x", "s390", "s390x-linux-gnu", "s390x-linux-gnu-gcc", "gcc-s390x-linux-gnu"),
        .. Of("ppc64le", "powerpc", "powerpc64le-linux-gnu", "powerpc64le-linux-gnu-gcc", "gcc-powerpc64le-linux-gnu"),
        .. Of("mips64el", "mips", "mips64el-linux-gnuabi64", "mips64el-linux-gnuabi64-gcc", "gcc-mips64el-linux-gnuabi64"),
        .. Of("sparc64", "sparc", "sparc64-linux-gnu", "sparc64-linux-gnu-gcc", "gcc-sparc64-linux-gnu"),
        .. Of("loongarch64", "loongarch", "loongarch64-linux-gnu", null, ""),
    ];

    public static TheoryData<string, string> All => [.. s_all.Select(machine => (machine.Arch, machine.Compiler))];

    public static Machine Find(string arch, string compiler) => s_all.Single(machine => machine.Arch == arch && machine.Compiler == compiler);

    /// <summary>The compiler with the newest kernel headers.</summary>
    public CCompiler Open()
    {
        string program = Compiler.Split(' ')[0];
        bool isThere = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
        Assert.SkipUnless(isThere, $"no {program}: apt-get install {Package}");
        // Nothing but the kernel's own headers is needed. uacce.h uses BIT(), which no header for user space has.
        CCompiler compiler = new($"{Compiler} -ffreestanding -DBIT(n)=(1u<<(n))", [KernelHeaders.Include, Path.Combine(KernelHeaders.Folder, "arch", Folder)]);
        Assert.Equal(Arch, AbiName.Of(compiler.Target));
        return compiler;
    }

    private static Machine[] Of(string arch, string folder, string triple, string? gcc, string package)
    {
        Machine clang = new(arch, folder, $"clang-16 -target {triple}", "clang-16");
        return gcc is null ? [clang] : [new Machine(arch, folder, gcc, package), clang];
    }
}

using System;
using System.Runtime.InteropServices;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Idxd;

/// <summary>
/// While this lives, the instructions that this processor does not have do what they do elsewhere. A processor can have one that CPUID does not show, as behind a hypervisor: it executes it itself.
/// Tests of it run one after another.
/// </summary>
internal sealed partial class EmulatedInstructions : IDisposable
{
    private const string Library = "accelerator";

    public EmulatedInstructions()
    {
        Assert.SkipUnless(Uacce.FakeAccelerator.IsInstalled, "the library that stands for hardware was not built: install gcc and libc6-dev");
        Emulate();
    }

    /// <summary>How often an instruction was executed that the processor does not have.</summary>
    public static int Executed => ReadExecuted();

    /// <summary>The device is full so often from now on.</summary>
    [LibraryImport(Library, EntryPoint = "instructions_refuse")]
    public static partial void Refuse(int times);

    public void Dispose() => Leave();

    [LibraryImport(Library, EntryPoint = "instructions_emulate")]
    private static partial void Emulate();

    [LibraryImport(Library, EntryPoint = "instructions_leave")]
    private static partial void Leave();

    [LibraryImport(Library, EntryPoint = "instructions_executed")]
    private static partial int ReadExecuted();
}

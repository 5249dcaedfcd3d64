using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Xunit;

namespace IoctlSharp.Definitions.Tests.Uacce;

/// <summary>
/// An accelerator <c>fake_zip-0</c>: its sysfs on disk, and its queues in a library that stands between the runtime and libc and does what the driver does. Tests of it run one after another.
/// </summary>
internal sealed partial class FakeAccelerator : IDisposable
{
    public const string Name = "fake_zip-0";
    public const int MmioSize = 2 * 4096;
    public const int ShareSize = 5 * 4096;

    private const string Library = "accelerator";

    /// <summary>Whether the library was built.</summary>
    public static bool IsInstalled { get; private set; }

    /// <param name="oldPut">Whether stopping gives a queue back, as before 2026.</param>
    public FakeAccelerator(bool oldPut = false)
    {
        Assert.SkipUnless(IsInstalled, "the library that stands for an accelerator was not built: install gcc and libc6-dev");
        Reset(oldPut ? 1 : 0, MmioSize, ShareSize);
        Directory.CreateDirectory(Folder);
        Set("api", "hisi_qm_v3");
        Set("flags", "1");
        Set("algorithms", "zlib\ngzip\ndeflate");
        Set("available_instances", "2");
        Set("region_mmio_size", $"{MmioSize}");
        Set("region_dus_size", $"{ShareSize}");
        Set("isolate", "0");
        Set("isolate_strategy", "1800");
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("ioctlsharp-").FullName;

    public string Folder => Path.Combine(Root, "class/uacce", Name);

    /// <summary>What was done with the queues, in order.</summary>
    public static string Journal => Marshal.PtrToStringUTF8(ReadJournal())!;

    public void Set(string attribute, string text) => File.WriteAllText(Path.Combine(Folder, attribute), text + "\n");

    public void Hide(string attribute) => File.Delete(Path.Combine(Folder, attribute));

    [LibraryImport(Library, EntryPoint = "accelerator_type")]
    public static partial int TypeOf(int queue);

    [LibraryImport(Library, EntryPoint = "accelerator_update")]
    public static partial void Update(int queue);

    /// <summary>The device goes, its queues still open.</summary>
    [LibraryImport(Library, EntryPoint = "accelerator_remove")]
    public static partial void Remove();

    public void Dispose() => Directory.Delete(Root, recursive: true);

    [ModuleInitializer]
    internal static void Install()
    {
        IsInstalled = NativeLibrary.TryLoad(Path.Combine(AppContext.BaseDirectory, "libaccelerator.so"), out IntPtr library);
        NativeLibrary.SetDllImportResolver(typeof(DeviceHandle).Assembly, (name, _, _) => name == "libc" ? library : IntPtr.Zero);
        NativeLibrary.SetDllImportResolver(typeof(FakeAccelerator).Assembly, (name, _, _) => name == Library ? library : IntPtr.Zero);
    }

    [LibraryImport(Library, EntryPoint = "accelerator_reset")]
    private static partial void Reset(int oldPut, ulong mmioSize, ulong shareSize);

    [LibraryImport(Library, EntryPoint = "accelerator_journal")]
    private static partial IntPtr ReadJournal();
}

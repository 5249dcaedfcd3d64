namespace IoctlSharp.Vfio;

/// <summary>A bitmap of dirty pages in the caller's memory. A 32-bit x86 process cannot use it with a 64-bit kernel, which does not translate it.</summary>
[KernelStruct("vfio_bitmap", Header = "linux/vfio.h", Untranslated = true)]
public partial struct VfioBitmap
{
    /// <summary>The bytes that a bit stands for.</summary>
    [PowerOfTwo, NonZero, CName("pgsize")] public ulong PageSize;

    /// <summary>The size of the bitmap in bytes; a multiple of 8.</summary>
    [NonZero] public ulong Size;

    /// <summary>The address of the bitmap.</summary>
    [CallMemory] public nuint Data;
}

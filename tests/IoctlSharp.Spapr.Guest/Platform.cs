using System;

namespace IoctlSharp.Spapr.Guest;

/// <summary>What a platform is expected to say; the launcher names the platform, so that nothing is expected because it was seen.</summary>
internal sealed class Platform
{
    private Platform(string name) => Name = name;

    public string Name { get; }

    /// <summary>The address of edu.</summary>
    public string Device { get; private set; } = "";

    /// <summary>The address of another edu behind another bridge, where EEH is.</summary>
    public string SecondDevice { get; private set; } = "";

    public bool HasEeh { get; private set; }

    /// <summary>The size of the default window, which begins at 0.</summary>
    public ulong DefaultWindow { get; private set; }

    /// <summary>The table of the default window, which the first mapping makes and the kernel counts: 8 bytes for each page of 4 KiB, twice on bare metal.</summary>
    public ulong DefaultTable { get; private set; }

    /// <summary>The page sizes of windows, a bit each.</summary>
    public ulong PageSizes { get; private set; }

    /// <summary>What the info says about levels.</summary>
    public uint Levels { get; private set; }

    /// <summary>The most levels that a window of 64 GiB of 64 KiB pages can really have: the kernel wants each level to be at least a page.</summary>
    public uint MostLevels { get; private set; }

    /// <summary>A hypervisor does not care about the number 0.</summary>
    public bool AcceptsNoLevels { get; private set; }

    /// <summary>The result of VFIO_DEVICE_RESET.</summary>
    public Errno DeviceReset { get; private set; }

    /// <summary>The device's memory can be of 2 MiB pages.</summary>
    public bool HasHugePages { get; private set; }

    public bool IsPower => Device.Length > 0;

    public static Platform Named(string name) => name switch
    {
        "powernv9" => new(name)
        {
            Device = "0000:01:00.0",
            SecondDevice = "0003:01:00.0",
            HasEeh = true,
            DefaultWindow = 0x8000_0000,
            DefaultTable = 8 << 20,
            PageSizes = 0x4021_1000,
            Levels = 5,
            MostLevels = 4,
        },
        "pseries" => new(name)
        {
            Device = "0000:00:00.0",
            DefaultWindow = 0x4000_0000,
            DefaultTable = 2 << 20,
            PageSizes = 0x0121_1000,
            Levels = 1,
            MostLevels = 1,
            AcceptsNoLevels = true,
            DeviceReset = Errno.EINVAL,
            HasHugePages = true,
        },
        "none" => new(name),
        _ => throw new ArgumentException($"The platform is powernv9, pseries or none (x86-64 without sPAPR), not \"{name}\"."),
    };
}

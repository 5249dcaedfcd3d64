using System.Collections.Generic;

namespace IoctlSharp.Definitions.Tests.Pci;

/// <summary>A device of the fake tree, and what the kernel's driver core knows of it.</summary>
internal sealed class FakeDevice(string address, string id, string? driver)
{
    public string Address => address;

    /// <summary>Vendor and device, <c>1234:11e8</c>.</summary>
    public string Id => id;

    /// <summary>The driver that takes it by itself.</summary>
    public string? Native { get; set; } = driver;

    public string? Driver { get; set; } = driver;

    public string? Override { get; set; }

    public uint ClassCode { get; set; } = 0x00ff00;

    /// <summary>Drivers whose probe fails on it.</summary>
    public HashSet<string> Refusing { get; } = [];
}

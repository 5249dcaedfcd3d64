using System.IO;

namespace IoctlSharp.Spapr.Guest.Machine;

/// <summary><c>/dev/mem</c>.</summary>
internal sealed class PhysicalMemory() : DeviceHandle("/dev/mem", FileAccess.ReadWrite);

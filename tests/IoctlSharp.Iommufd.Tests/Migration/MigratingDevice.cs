using System;
using IoctlSharp.Vfio;

namespace IoctlSharp.Iommu.Tests.Migration;

/// <summary>A virtual serial port (<c>samples/vfio-mdev/mtty.c</c>), the one device of software that migrates.</summary>
internal sealed class MigratingDevice : IDisposable
{
    /// <summary>Magic, version, count and flags; then each port's state.</summary>
    public const int HeaderSize = 24;

    /// <summary>The whole of one port's data.</summary>
    public const int DataSize = 60;

    private const ulong ScratchRegister = 7;

    private readonly MediatedDevice _device = new("mtty", "1");

    public VfioCdev Device => _device.Device;

    public MediatedDevice Mediated => _device;

    public VfioMigrationState State => Device.GetMigrationState();

    /// <summary>A register that has no effect: its value is state that migrates.</summary>
    public byte Scratch
    {
        get
        {
            Span<byte> value = stackalloc byte[1];
            Device.ReadExactly(value, _device.Region(VfioPciRegion.Bar0) + ScratchRegister);
            return value[0];
        }
        set => Device.WriteExactly([value], _device.Region(VfioPciRegion.Bar0) + ScratchRegister);
    }

    /// <summary>The whole state of the device, which is then stopped.</summary>
    public byte[] Save()
    {
        using VfioMigrationData data = Device.SetMigrationState(VfioMigrationState.StopCopy)!;
        byte[] saved = ReadToEnd(data);
        Device.SetMigrationState(VfioMigrationState.Stop);
        return saved;
    }

    public static byte[] ReadToEnd(VfioMigrationData data)
    {
        byte[] room = new byte[4096];
        int length = 0;
        // In small pieces: a stream has no other.
        while (data.ReadNext(room.AsSpan(length, 7)) is > 0 and int count)
            length += count;
        return room.AsSpan(0, length).ToArray();
    }

    public void Dispose() => _device.Dispose();
}

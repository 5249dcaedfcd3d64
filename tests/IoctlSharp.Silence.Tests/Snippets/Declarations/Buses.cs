[Flags, KernelConstants("I2C_M_", Header = "linux/i2c.h")]
public enum I2cMessageFlags : ushort { None = 0, [CName("I2C_M_RD")] Read = 1, [CName("I2C_M_TEN")] TenBit = 0x10, [CName("I2C_M_NOSTART")] NoStart = 0x4000 }

public sealed class I2cBus : DeviceHandle
{
    public I2cBus(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
    public I2cBus(int number) : base($"/dev/i2c-{number}") { }
}

[KernelStruct("i2c_rdwr_ioctl_data", Header = "linux/i2c-dev.h")]
public partial struct I2cTransfer
{
    [CName("msgs"), CallMemory] public nint Messages;
    [CName("nmsgs"), Range(1, 42)] public uint Count;
}

[IoctlGroup(Header = "linux/i2c-dev.h")]
public static partial class I2cIoctls
{
    [Ioctl(Name = "I2C_SLAVE", Number = 0x0703, NumberOnPowerPC = 0x0703, NumberOnMips = 0x0703, NumberOnSparc = 0x0703), FailsWith(Errno.EBUSY, "a kernel driver has the address")]
    public static partial void SetAddress(this I2cBus bus, nuint address);

    [Ioctl(Name = "I2C_FUNCS", Number = 0x0705, NumberOnPowerPC = 0x0705, NumberOnMips = 0x0705, NumberOnSparc = 0x0705)]
    public static partial void GetFunctions(this I2cBus bus, out nuint functions);

    [Ioctl(Name = "I2C_RDWR", Number = 0x0707, NumberOnPowerPC = 0x0707, NumberOnMips = 0x0707, NumberOnSparc = 0x0707)]
    public static partial int Transfer(this I2cBus bus, in I2cTransfer transfer);

    [Ioctl(Name = "I2C_RDWR", Number = 0x0707, NumberOnPowerPC = 0x0707, NumberOnMips = 0x0707, NumberOnSparc = 0x0707)]
    public static partial Errno TryTransfer(this I2cBus bus, in I2cTransfer transfer, [ReturnValue] out int done);
}

[KernelStruct("i2c_msg", Header = "linux/i2c.h")]
public partial struct I2cMessage
{
    [CName("addr")] public ushort Address;
    public I2cMessageFlags Flags;
    [CName("len")] public ushort Length;
    [CName("buf"), CallMemory] public nint Buffer;
}

[IoctlGroup('k', Header = "linux/spi/spidev.h")]
public static partial class SpiIoctls
{
    [Ioctl(IoctlMacro.IOW, 0, Name = "SPI_IOC_MESSAGE_1", MacroType = typeof(SpiTransfer))]
    public static partial int Message(this SpiPort port, in SpiTransfer transfer);

    [Ioctl(IoctlMacro.IOR, 1, Name = "SPI_IOC_RD_MODE")]
    public static partial void GetMode(this SpiPort port, out SpiMode mode);

    [Ioctl(IoctlMacro.IOW, 1, Name = "SPI_IOC_WR_MODE")]
    public static partial void SetMode(this SpiPort port, in SpiMode mode);

    [Ioctl(IoctlMacro.IOW, 4, Name = "SPI_IOC_WR_MAX_SPEED_HZ")]
    public static partial Errno TrySetSpeed(this SpiPort port, in uint hertz);
}

[KernelStruct("spi_ioc_transfer", Header = "linux/spi/spidev.h")]
public partial struct SpiTransfer
{
    [CName("tx_buf"), CallMemory] public UserPointer Transmit;
    [CName("rx_buf"), CallMemory] public UserPointer Receive;
    [CName("len")] public uint Length;
    public uint SpeedHz;
    public ushort DelayUsecs;
    public byte BitsPerWord;
    public byte CsChange;
    public byte TxNbits;
    public byte RxNbits;
    public byte WordDelayUsecs;
    [Reserved] private byte _pad;
}

[Flags, KernelConstants("SPI_", Header = "linux/spi/spi.h")]
public enum SpiMode : byte { None = 0, [CName("SPI_CPHA")] Phase = 1, [CName("SPI_CPOL")] Polarity = 2, [CName("SPI_CS_HIGH")] SelectHigh = 4 }

public sealed class SpiPort : DeviceHandle
{
    public SpiPort(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
    public SpiPort(string path) : base(path) { }
}

[KernelStruct("gpiohandle_data", Header = "linux/gpio.h")]
public unsafe partial struct GpioData
{
    public fixed byte Values[64];
}

public sealed class GpioLines : DeviceHandle
{
    public GpioLines(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
}

[KernelStruct("gpiohandle_request", Header = "linux/gpio.h")]
public unsafe partial struct GpioRequest
{
    [CName("lineoffsets")] public fixed uint Offsets[64];
    [ExactlyOne(GpioRequestFlags.Input | GpioRequestFlags.Output), Requires(GpioRequestFlags.OpenDrain, GpioRequestFlags.Output), Requires(GpioRequestFlags.OpenSource, GpioRequestFlags.Output), Excludes(GpioRequestFlags.OpenDrain, GpioRequestFlags.OpenSource)]
    public GpioRequestFlags Flags;
    [CName("default_values")] public fixed byte Defaults[64];
    [CString, CName("consumer_label")] private fixed byte _consumer[32];
    [CName("lines"), NonZero, Range(1, 64)] public uint Count;
    [OwnedFd] public int Fd;
}

public sealed class GpioChip : DeviceHandle
{
    public GpioChip(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
    public GpioChip(string path) : base(path) { }
}

[IoctlGroup(0xB4, Header = "linux/gpio.h")]
public static partial class GpioIoctls
{
    [Ioctl(IoctlMacro.IOR, 1, Name = "GPIO_GET_CHIPINFO_IOCTL")]
    public static partial GpioChipInfo GetInfo(this GpioChip chip);

    [Ioctl(IoctlMacro.IOWR, 3, Name = "GPIO_GET_LINEHANDLE_IOCTL")]
    public static partial void Request(this GpioChip chip, in GpioRequest request, [Field(nameof(GpioRequest.Fd))] out GpioLines lines);

    [Ioctl(IoctlMacro.IOWR, 3, Name = "GPIO_GET_LINEHANDLE_IOCTL")]
    public static partial Errno TryRequest(this GpioChip chip, ref GpioRequest request);

    [Ioctl(IoctlMacro.IOWR, 8, Name = "GPIOHANDLE_GET_LINE_VALUES_IOCTL")]
    public static partial GpioData GetValues(this GpioLines lines);

    [Ioctl(IoctlMacro.IOWR, 9, Name = "GPIOHANDLE_SET_LINE_VALUES_IOCTL")]
    public static partial void SetValues(this GpioLines lines, ref GpioData values);
}

[Flags, KernelConstants("GPIOHANDLE_REQUEST_", Header = "linux/gpio.h")]
public enum GpioRequestFlags : uint
{
    None = 0,
    [CName("GPIOHANDLE_REQUEST_INPUT")] Input = 1,
    [CName("GPIOHANDLE_REQUEST_OUTPUT")] Output = 2,
    [CName("GPIOHANDLE_REQUEST_ACTIVE_LOW")] ActiveLow = 4,
    [CName("GPIOHANDLE_REQUEST_OPEN_DRAIN")] OpenDrain = 8,
    [CName("GPIOHANDLE_REQUEST_OPEN_SOURCE")] OpenSource = 16,
    [CName("GPIOHANDLE_REQUEST_BIAS_PULL_UP")] PullUp = 32,
}

[KernelStruct("gpiochip_info", Header = "linux/gpio.h")]
public unsafe partial struct GpioChipInfo
{
    [CString] private fixed byte _name[32];
    [CString] private fixed byte _label[32];
    public uint Lines;
}

public sealed class InputDevice : DeviceHandle
{
    public InputDevice(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
    public InputDevice(string path) : base(path) { }
}

[KernelStruct("input_id", Header = "linux/input.h")]
public partial struct InputId
{
    [CName("bustype")] public ushort BusType;
    public ushort Vendor;
    public ushort Product;
    public ushort Version;
}

[KernelStruct("input_absinfo", Header = "linux/input.h")]
public partial struct AbsInfo
{
    public int Value;
    public int Minimum;
    public int Maximum;
    public int Fuzz;
    public int Flat;
    public int Resolution;
}

[IoctlGroup('E', Header = "linux/input.h")]
public static partial class InputIoctls
{
    [Ioctl(IoctlMacro.IOR, 0x02, Name = "EVIOCGID")]
    public static partial InputId GetId(this InputDevice device);

    [Ioctl(IoctlMacro.IOR, 0x06, Name = "EVIOCGNAME")]
    public static partial int GetName(this InputDevice device, Span<byte> name);

    [Ioctl(IoctlMacro.IOR, 0x20, Name = "EVIOCGBIT")]
    public static partial int GetBits(this InputDevice device, [Number] byte type, Span<byte> bits);

    [Ioctl(IoctlMacro.IOR, 0x40, Name = "EVIOCGABS")]
    public static partial AbsInfo GetAbs(this InputDevice device, [Number] byte axis);

    [Ioctl(IoctlMacro.IOR, 0x40, Name = "EVIOCGABS")]
    public static partial Errno TryGetAbs(this InputDevice device, [Number] byte axis, out AbsInfo info);

    [Ioctl(IoctlMacro.IOW, 0x90, Name = "EVIOCGRAB", MacroType = typeof(int)), FailsWith(Errno.EBUSY, "another process has grabbed the device")]
    public static partial void Grab(this InputDevice device, int on);
}

//// I2c register read with a combined message
public static class I2cRegisters
{
    public static unsafe byte Read(I2cBus bus, ushort address, byte register)
    {
        byte value = 0;
        I2cMessage* messages = stackalloc I2cMessage[2];
        messages[0] = new I2cMessage { Address = address, Length = 1, Buffer = (nint)(&register) };
        messages[1] = new I2cMessage { Address = address, Flags = I2cMessageFlags.Read, Length = 1, Buffer = (nint)(&value) };
        int done = bus.Transfer(new I2cTransfer { Messages = (nint)messages, Count = 2 });
        return done == 2 ? value : throw new InvalidOperationException($"{done} of 2 messages were sent.");
    }
}

//// I2c block read under fixed
public sealed class Eeprom(I2cBus bus, ushort address)
{
    public unsafe bool TryRead(byte offset, Span<byte> into)
    {
        fixed (byte* data = into)
        {
            I2cMessage* messages = stackalloc I2cMessage[]
            {
                new() { Address = address, Length = 1, Buffer = (nint)(&offset) },
                new() { Address = address, Flags = I2cMessageFlags.Read, Length = checked((ushort)into.Length), Buffer = (nint)data },
            };
            I2cTransfer transfer = default;
            transfer.Messages = (nint)messages;
            transfer.Count = 2;
            return bus.TryTransfer(transfer, out int done) == Errno.None && done == 2;
        }
    }
}

//// I2c scan of the addresses
using System.Collections.Generic;

public static class I2cScan
{
    public static IEnumerable<int> Find(I2cBus bus)
    {
        for (int address = 0x08; address < 0x78; address++)
        {
            if (Answers(address))
                yield return address;
        }

        bool Answers(int address)
        {
            try
            {
                bus.SetAddress((nuint)address);
            }
            catch (IoctlException e) when (e.Error == Errno.EBUSY)
            {
                return true;
            }
            Span<byte> one = stackalloc byte[1];
            try
            {
                return bus.ReadNext(one) == 1;
            }
            catch (System.IO.IOException)
            {
                return false;
            }
        }
    }
}

//// I2c functions as a property
public sealed class BusInfo
{
    private const nuint Plain = 1, TenBit = 2;
    private readonly nuint _functions;

    public BusInfo(int number)
    {
        using I2cBus bus = new(number);
        bus.GetFunctions(out _functions);
    }

    public bool CanTransfer => (_functions & Plain) != 0;

    public bool CanTenBit => (_functions & TenBit) is not 0;
}

//// I2c batch of messages pinned by handles
using System.Collections.Generic;

public sealed class I2cBatch : IDisposable
{
    private readonly List<GCHandle> _pins = [];
    private readonly List<I2cMessage> _messages = [];

    public I2cBatch Write(ushort address, byte[] bytes)
    {
        GCHandle pin = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        _pins.Add(pin);
        _messages.Add(new() { Address = address, Length = (ushort)bytes.Length, Buffer = pin.AddrOfPinnedObject() });
        return this;
    }

    public unsafe int Run(I2cBus bus)
    {
        I2cMessage[] messages = [.. _messages];
        fixed (I2cMessage* first = messages)
            return bus.Transfer(new I2cTransfer { Messages = (nint)first, Count = (uint)messages.Length });
    }

    public void Dispose() => _pins.ForEach(pin => pin.Free());
}

//// Spi full duplex transfer
public static class SpiExchange
{
    public static unsafe void Exchange(SpiPort port, ReadOnlySpan<byte> send, Span<byte> receive, uint hertz = 1_000_000)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(send.Length, receive.Length);
        fixed (byte* tx = send)
        fixed (byte* rx = receive)
        {
            SpiTransfer transfer = new()
            {
                Transmit = (UserPointer)tx,
                Receive = (UserPointer)rx,
                Length = (uint)send.Length,
                SpeedHz = hertz,
                BitsPerWord = 8,
            };
            if (port.Message(transfer) != send.Length)
                throw new InvalidOperationException("The transfer was short.");
        }
    }
}

//// Spi adc on the stack
public sealed class Mcp3008(SpiPort port) : IDisposable
{
    public unsafe int Sample(int channel)
    {
        byte* bytes = stackalloc byte[3] { 1, (byte)((8 | channel) << 4), 0 };
        var transfer = new SpiTransfer { Length = 3 };
        transfer.Transmit = transfer.Receive = (UserPointer)bytes;
        _ = port.Message(in transfer);
        return (bytes[1] & 3) << 8 | bytes[2];
    }

    public void Dispose() => port.Dispose();
}

//// Spi mode kept and restored
public readonly struct SpiModeScope : IDisposable
{
    private readonly SpiPort _port;
    private readonly SpiMode _before;

    public SpiModeScope(SpiPort port, SpiMode mode)
    {
        _port = port;
        port.GetMode(out _before);
        port.SetMode(mode);
    }

    public void Dispose() => _port.SetMode(_before);
}

public static class SpiSpeed
{
    public static uint Highest(SpiPort port, params ReadOnlySpan<uint> candidates)
    {
        foreach (uint hertz in candidates)
        {
            if (port.TrySetSpeed(hertz) is Errno.None)
                return hertz;
        }
        return 0;
    }
}

//// Gpio chips described
using System.Collections.Generic;
using System.IO;
using System.Linq;

public static class GpioDump
{
    public static Dictionary<string, string> Describe() => Directory.GetFiles("/dev", "gpiochip*")
        .ToDictionary(path => path, path =>
        {
            using GpioChip chip = new(path);
            var info = chip.GetInfo();
            return $"{info.Name} [{info.Label}], {info.Lines} lines";
        });
}

//// Gpio output with an owner
public sealed class OutputPin : IDisposable
{
    private readonly GpioLines _lines;

    public unsafe OutputPin(GpioChip chip, uint offset, bool openDrain = false)
    {
        GpioRequest request = new() { Flags = GpioRequestFlags.Output, Consumer = "blinker", Count = 1 };
        request.Offsets[0] = offset;
        if (openDrain)
            request.Flags |= GpioRequestFlags.OpenDrain;
        chip.Request(request, out _lines);
    }

    public unsafe bool Value
    {
        set
        {
            GpioData data = default;
            data.Values[0] = value ? (byte)1 : (byte)0;
            _lines.SetValues(ref data);
        }
    }

    public void Dispose() => _lines.Dispose();
}

//// Gpio inputs by a direction enum
public enum Pull { None, Up }

public static class Inputs
{
    public static unsafe GpioLines Open(GpioChip chip, ReadOnlySpan<uint> offsets, Pull pull)
    {
        if (offsets.Length is < 1 or > 64)
            throw new ArgumentException("1 to 64 lines.", nameof(offsets));
        var request = new GpioRequest { Count = (uint)offsets.Length };
        for (int i = 0; i < offsets.Length; i++)
            request.Offsets[i] = offsets[i];
        request.Flags = GpioRequestFlags.Input | (pull == Pull.Up ? GpioRequestFlags.PullUp : GpioRequestFlags.None);
        chip.Request(in request, out GpioLines lines);
        return lines;
    }

    public static unsafe int CountHigh(GpioLines lines, int count)
    {
        GpioData data = lines.GetValues();
        int high = 0;
        for (int i = 0; i < count; i++)
            high += data.Values[i];
        return high;
    }
}

//// Gpio try form whose descriptor is wrapped
public static class TryGpio
{
    public static unsafe GpioLines? Take(GpioChip chip, uint offset)
    {
        GpioRequest request = new GpioRequest { Flags = GpioRequestFlags.Input | GpioRequestFlags.ActiveLow, Count = 1 };
        request.Offsets[0] = offset;
        return chip.TryRequest(ref request) == Errno.None ? new GpioLines(request.Fd, ownsHandle: true) : null;
    }
}

//// Evdev name and id
using System.Text;

public sealed record InputDescription(string Name, ushort Vendor, ushort Product)
{
    public static InputDescription Of(InputDevice device)
    {
        Span<byte> name = stackalloc byte[256];
        int length = device.GetName(name);
        (ushort vendor, ushort product) = device.GetId() is var id ? (id.Vendor, id.Product) : default;
        return new(Encoding.UTF8.GetString(name[..length]).TrimEnd('\0'), vendor, product);
    }
}

//// Evdev key bits tested
public static class Keys
{
    private const byte Key = 1, Absolute = 3;

    public static bool HasKey(InputDevice device, int code)
    {
        Span<byte> bits = stackalloc byte[96];
        bits.Clear();
        int length = device.GetBits(Key, bits);
        return code / 8 < length && (bits[code / 8] >> (code % 8) & 1) != 0;
    }

    public static bool IsTouch(InputDevice device) => device.TryGetAbs(0x35, out AbsInfo x) == Errno.None && x.Maximum > x.Minimum;

    public static byte[] AbsoluteAxes(InputDevice device)
    {
        byte[] bits = new byte[8];
        _ = device.GetBits(Absolute, bits);
        return bits;
    }
}

//// Evdev axes normalised and grabbed
using System.Threading;
using System.Threading.Tasks;

public sealed class Joystick(InputDevice device) : IAsyncDisposable
{
    private readonly AbsInfo[] _axes = [device.GetAbs(0), device.GetAbs(1)];

    public double this[int axis] => device.GetAbs((byte)axis) is { Value: var value } && _axes[axis] is { Minimum: var low, Maximum: var high } && high > low
        ? (double)(value - low) / (high - low)
        : 0;

    public async Task RunAsync(Func<CancellationToken, Task> body, CancellationToken cancellation)
    {
        device.Grab(1);
        try
        {
            await body(cancellation);
        }
        finally
        {
            device.Grab(0);
        }
    }

    public ValueTask DisposeAsync()
    {
        device.Dispose();
        return default;
    }
}

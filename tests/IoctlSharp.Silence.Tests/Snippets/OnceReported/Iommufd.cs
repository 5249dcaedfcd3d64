//// Checksum with its seed and operands
using IoctlSharp.Idxd;
using System.Threading;

internal static class Checksums
{
    public static uint? Compute(DsaPortal portal, DmaBuffer data, uint length, uint seed = 0xffffffff)
    {
        using DsaCompletion completion = new();
        DsaHwDesc descriptor = new() { Opcode = DsaOpcode.CrcGenerate, SrcAddr = data.Address.Value, XferSize = length };
        descriptor.Operands.Crc.CrcSeed = seed;
        if (!portal.TrySubmit(in descriptor, completion))
            return null;
        DsaCompletionRecord record = completion.Wait(Timeout.InfiniteTimeSpan);
        record.ThrowIfFailed();
        return (uint)record.Results.CrcValue;
    }
}

//// Bound by a local function at the end
using IoctlSharp.Iommu;
using IoctlSharp.Vfio;

internal static class LocalAtEnd
{
    public static void Run(string path, Iommufd iommufd, IoasId ioas)
    {
        using VfioCdev device = VfioCdev.Open(path);
        DeviceId id = BindWithRetry(5);
        device.Attach(ioas);
        Console.WriteLine(id);

        DeviceId BindWithRetry(int times)
        {
            while (true)
            {
                try
                {
                    return device.Bind(iommufd);
                }
                catch (IoctlException e) when (e.Error == Errno.EBUSY && times-- > 0)
                {
                }
            }
        }
    }
}

//// The same through a lambda that calls the local function
using IoctlSharp.Iommu;
using IoctlSharp.Vfio;

internal static class LazyAtEnd
{
    public static void Run(string path, Iommufd iommufd, IoasId ioas)
    {
        using VfioCdev device = VfioCdev.Open(path);
        Lazy<DeviceId> id = new(() => Bind());
        Console.WriteLine(id.Value);
        device.Attach(ioas);

        DeviceId Bind() => device.Bind(iommufd);
    }
}

//// Fixed until the completion is there
using IoctlSharp.Idxd;
using System.Threading;

internal static unsafe class FixedCrc
{
    public static void Run(IaxPortal portal, IaxCompletion completion, byte[] data)
    {
        fixed (byte* source = data)
        {
            IaxHwDesc descriptor = new() { Opcode = IaxOpcode.Crc64, Src1Addr = (UserPointer)source, Src1Size = (uint)data.Length };
            if (portal.TrySubmit(descriptor, completion))
                completion.Wait(Timeout.InfiniteTimeSpan).ThrowIfFailed();
        }
    }
}

//// Array of the pinned heap
using IoctlSharp.Idxd;
using System.Threading;

internal static unsafe class PinnedHeap
{
    public static void Run(IaxPortal portal, IaxCompletion completion)
    {
        byte[] data = GC.AllocateArray<byte>(4096, pinned: true);
        IaxHwDesc descriptor = new() { Opcode = IaxOpcode.Crc64, Src1Addr = (UserPointer)Unsafe.AsPointer(ref data[0]), Src1Size = 4096 };
        if (portal.TrySubmit(descriptor, completion))
            completion.Wait(Timeout.InfiniteTimeSpan).ThrowIfFailed();
        GC.KeepAlive(data);
    }
}

//// Address split into two 32-bit registers, the commonest DMA set-up there is
using IoctlSharp.Iommu;

internal static class Split
{
    public static void Run(MappedRegion bar, in IommuIoasMap map)
    {
        bar.Write32(0x10, (uint)map.Iova);
        bar.Write32(0x14, (uint)(map.Iova >> 32));
    }
}

//// Explicitly unchecked
using IoctlSharp.Iommu;

internal static class Unchecked
{
    public static (uint Low, uint High) Run(in IommuIoasMap map) => (unchecked((uint)map.Iova), (uint)(map.Iova >> 32));
}

//// Guarded by a throw helper of the BCL
using IoctlSharp.Iommu;

internal static class ThrowHelper
{
    public static uint Run(in IommuIoasMap map)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(map.Iova, uint.MaxValue);
        return (uint)map.Iova;
    }
}

//// Guarded by a property pattern
using IoctlSharp.Iommu;

internal static class PropertyPattern
{
    public static uint Run(in IommuIoasMap map) => map is { Iova: <= uint.MaxValue } ? (uint)map.Iova : 0;
}

//// Both halves of a register of the IOMMU as text
using IoctlSharp.Iommu;

internal static class Halves
{
    public static string Run(in IommuHwInfoVtd vtd) => $"{(uint)(vtd.CapReg >> 32):x8}_{(uint)vtd.CapReg:x8}";
}


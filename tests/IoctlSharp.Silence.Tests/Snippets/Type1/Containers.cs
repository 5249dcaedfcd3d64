//// Container session with groups from kernel numbers
using System.Collections.Generic;
using IoctlSharp.Vfio;

namespace Drivers;

internal sealed class ContainerSession : IDisposable
{
    private readonly VfioContainer _container = VfioContainer.Open();
    private readonly List<VfioGroup> _groups = [];

    public VfioContainer Container => _container;

    public void Start(params int[] numbers)
    {
        foreach (int number in numbers)
        {
            VfioGroup group = VfioGroup.Open(number);
            _groups.Add(group);
            group.SetContainer(_container);
        }

        _container.SetIommu(VfioExtension.Type1v2Iommu);
    }

    public void Dispose()
    {
        foreach (VfioGroup group in _groups)
            group.Dispose();
        _container.Dispose();
    }
}

//// Choose the best IOMMU model in a switch expression
using IoctlSharp.Vfio;

internal static class Model
{
    public static VfioExtension Choose(VfioContainer container, bool unsafeMode) => unsafeMode switch
    {
        true when container.CheckExtension(VfioExtension.NoIommu) != 0 => VfioExtension.NoIommu,
        _ when container.CheckExtension(VfioExtension.Type1v2Iommu) > 0 => VfioExtension.Type1v2Iommu,
        _ when container.CheckExtension(VfioExtension.Type1Iommu) == 1 => VfioExtension.Type1Iommu,
        _ => throw new PlatformNotSupportedException("no IOMMU model of this container is known here"),
    };

    public static void Apply(VfioContainer container, VfioGroup group)
    {
        group.SetContainer(container);
        container.SetIommu(Choose(container, unsafeMode: false));
    }
}

//// API version is checked at open with cleanup
using System.IO;
using IoctlSharp.Vfio;

public static class ContainerFactory
{
    public static VfioContainer OpenChecked()
    {
        VfioContainer container = VfioContainer.Open();
        try
        {
            return container.GetApiVersion() == VfioIoctls.ApiVersion
                ? container
                : throw new InvalidDataException("unknown VFIO API");
        }
        catch
        {
            container.Dispose();
            throw;
        }
    }
}

//// Group status by pattern matching
using IoctlSharp.Vfio;

static class StatusReport
{
    internal static string Describe(VfioGroup group)
    {
        VfioGroupStatus status = group.GetStatus();
        return (status.Flags.HasFlag(VfioGroupFlags.Viable), status.Flags.HasFlag(VfioGroupFlags.ContainerSet)) switch
        {
            (true, true) => "in use",
            (true, false) => "free",
            (false, _) => "not viable",
        };
    }

    internal static bool CanBeTaken(VfioGroup group)
        => group.GetStatus() is { Flags: VfioGroupFlags.Viable };
}

//// Set the container once per process and retry while busy
using System.Threading;
using System.Threading.Tasks;
using IoctlSharp.Vfio;

internal sealed class Attacher(VfioContainer container)
{
    public async Task AttachAsync(VfioGroup group, CancellationToken cancellation)
    {
        for (int attempt = 0; ; attempt++)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                await Task.Run(() => group.SetContainer(container), cancellation);
                return;
            }
            catch (IoctlException e) when (e.Error == Errno.EPERM && attempt < 5)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100 << attempt), cancellation);
            }
        }
    }
}

//// Leave a container while a device may be open
using IoctlSharp.Vfio;

internal static class Leaving
{
    public static bool TryLeave(VfioGroup group, Action<string> log)
    {
        try
        {
            group.UnsetContainer();
            return true;
        }
        catch (IoctlException e) when (e.Error is Errno.EBUSY or Errno.EINVAL)
        {
            log($"{group}: {e.Meaning ?? e.Message}");
            return false;
        }
    }
}

//// Open a device by name in Try form
using IoctlSharp.Vfio;

internal static class DeviceOpener
{
    public static VfioDevice? Find(VfioGroup group, string address, string? token)
    {
        Errno error = group.TryGetDevice(address, out VfioDevice device);
        if (error == Errno.EACCES && token is not null)
            error = group.TryGetDevice($"{address} vf_token={token}", out device);
        return error switch
        {
            Errno.None => device,
            Errno.ENODEV => null,
            _ => throw new InvalidOperationException($"{address}: {error}"),
        };
    }
}

//// A record that owns container group and device
using IoctlSharp.Vfio;

internal sealed record OpenedDevice(VfioContainer Container, VfioGroup Group, VfioDevice Device) : IDisposable
{
    public static OpenedDevice Open(int groupNumber, string name, VfioExtension type = VfioExtension.Type1v2Iommu)
    {
        VfioContainer container = VfioContainer.Open();
        VfioGroup? group = null;
        try
        {
            group = VfioGroup.Open(groupNumber);
            group.SetContainer(container);
            container.SetIommu(type);
            return new OpenedDevice(container, group, group.GetDevice(name));
        }
        catch
        {
            group?.Dispose();
            container.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Device.Dispose();
        Group.Dispose();
        Container.Dispose();
    }
}

//// Two devices of one group through one container
using IoctlSharp.Vfio;

internal static class Pairs
{
    public static (VfioDevice First, VfioDevice Second) Open(VfioContainer container, VfioGroup group, string first, string second)
    {
        group.SetContainer(container);
        container.SetIommu(VfioExtension.Type1Iommu);
        VfioDevice one = group.GetDevice(first);
        try
        {
            return (one, group.GetDevice(second));
        }
        catch (IoctlException)
        {
            one.Dispose();
            throw;
        }
    }
}

//// Only the first group sets the type
using System.Collections.Generic;
using System.Threading;
using IoctlSharp.Vfio;

internal sealed class SharedContainer : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, VfioGroup> _groups = [];
    private readonly VfioContainer _container = VfioContainer.Open();
    private bool _hasType;

    public VfioGroup Join(int number)
    {
        lock (_gate)
        {
            if (_groups.TryGetValue(number, out VfioGroup? known))
                return known;
            VfioGroup group = VfioGroup.Open(number);
            group.SetContainer(_container);
            if (!_hasType)
            {
                _container.SetIommu(VfioExtension.Type1v2Iommu);
                _hasType = true;
            }

            return _groups[number] = group;
        }
    }

    public void Dispose()
    {
        foreach ((_, VfioGroup group) in _groups)
            group.Dispose();
        _container.Dispose();
    }
}

//// Extensions listed with LINQ
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Vfio;

internal static class Extensions
{
    private static readonly VfioExtension[] s_all = Enum.GetValues<VfioExtension>();

    public static IReadOnlyDictionary<VfioExtension, int> All(VfioContainer container)
        => s_all.Select(extension => (extension, answer: container.CheckExtension(extension)))
            .Where(pair => pair.answer > 0)
            .ToDictionary(pair => pair.extension, pair => pair.answer);

    public static bool Coherent(VfioContainer container) => container.CheckExtension(VfioExtension.DmaCacheCoherent) is 1;
}

//// Interface of a container for injection with a fake
using IoctlSharp.Vfio;

public interface IAddressSpace
{
    Errno TryMap(ulong iova, UserPointer memory, ulong size, bool writable);
    ulong Unmap(ulong iova, ulong size);
}

internal sealed class ContainerAddressSpace(VfioContainer container) : IAddressSpace
{
    public Errno TryMap(ulong iova, UserPointer memory, ulong size, bool writable)
        => container.TryMapDma(new VfioIommuType1DmaMap
        {
            Flags = writable ? VfioDmaMapFlags.Read | VfioDmaMapFlags.Write : VfioDmaMapFlags.Read,
            Vaddr = memory,
            Iova = iova,
            Size = size,
        });

    public ulong Unmap(ulong iova, ulong size) => container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = iova, Size = size });
}

internal sealed class FakeAddressSpace : IAddressSpace
{
    public Errno Answer { get; init; }
    public Errno TryMap(ulong iova, UserPointer memory, ulong size, bool writable) => Answer;
    public ulong Unmap(ulong iova, ulong size) => size;
}

//// Adopt descriptors that a launcher sent
using IoctlSharp.Vfio;

internal readonly struct Inherited(int container, int group)
{
    public bool IsGiven => container >= 0 && group >= 0;

    public VfioDevice Open(string name)
    {
        using VfioContainer owner = new(container, ownsHandle: true);
        using VfioGroup g = new(group, ownsHandle: true);
        if ((g.GetStatus().Flags & VfioGroupFlags.ContainerSet) == 0)
        {
            g.SetContainer(owner);
            owner.SetIommu(VfioExtension.Type1v2Iommu);
        }

        return g.GetDevice(name);
    }
}

//// Set up in helper methods and lambdas
using IoctlSharp.Vfio;

internal static class Pipeline
{
    public static TResult With<TResult>(int number, Func<VfioContainer, VfioGroup, TResult> body)
    {
        using VfioContainer container = VfioContainer.Open();
        using VfioGroup group = VfioGroup.Open(number);
        Prepare(container, group);
        return body(container, group);

        static void Prepare(VfioContainer container, VfioGroup group)
        {
            group.SetContainer(container);
            container.SetIommu(container.CheckExtension(VfioExtension.Type1v2Iommu) != 0 ? VfioExtension.Type1v2Iommu : VfioExtension.Type1Iommu);
        }
    }

    public static uint Regions(int number, string name) => With(number, (_, group) =>
    {
        using VfioDevice device = group.GetDevice(name);
        return device.GetInfo().Value.RegionCount;
    });
}

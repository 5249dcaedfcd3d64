//// Function reset, else hot reset
using IoctlSharp.Vfio;

internal static class AnyReset
{
    public static void Reset(VfioDevice device, VfioGroup group)
    {
        switch (device.TryReset())
        {
            case Errno.None:
                break;
            case Errno.EINVAL:
                device.PciHotReset(group);
                break;
            case var error:
                throw new InvalidOperationException($"reset: {error}");
        }
    }
}

//// All groups that a hot reset needs
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Vfio;

internal static class HotResetPlan
{
    public static IReadOnlySet<uint> GroupsOf(VfioDevice device)
    {
        KernelBuffer<VfioPciHotResetInfo> answer = device.GetPciHotResetInfo();
        if ((answer.Value.Flags & VfioPciHotResetFlags.DeviceIds) != 0)
            throw new NotSupportedException("opened by its own file");
        HashSet<uint> groups = [];
        foreach (ref readonly VfioPciDependentDevice dependent in answer.Tail<VfioPciDependentDevice>((int)answer.Value.Count))
            groups.Add(dependent.GroupId);
        return groups;
    }

    public static bool CanReset(VfioDevice device, IEnumerable<uint> owned) => GroupsOf(device).IsSubsetOf(owned);
}

//// Hot reset with a dictionary of open groups
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Vfio;

internal sealed class BusResetter(IReadOnlyDictionary<int, VfioGroup> open)
{
    public void Reset(VfioDevice device)
    {
        var needed = new List<VfioGroup>();
        var info = device.GetPciHotResetInfo();
        foreach (var dependent in info.Tail<VfioPciDependentDevice>())
        {
            if (!open.TryGetValue((int)dependent.GroupId, out var group))
                throw new InvalidOperationException($"group {dependent.GroupId} of {Name(dependent)} is not ours");
            if (!needed.Contains(group))
                needed.Add(group);
        }

        device.PciHotReset([.. needed]);
    }

    private static string Name(in VfioPciDependentDevice d) => $"{d.Segment:x4}:{d.Bus:x2}:{d.DeviceFunction >> 3:x2}.{d.DeviceFunction & 7}";
}

//// Names of devices that somebody else owns
using System.Collections.Generic;
using IoctlSharp.Vfio;

internal static class Blockers
{
    public static IEnumerable<string> Of(VfioCdev device)
    {
        KernelBuffer<VfioPciHotResetInfo> info = device.GetPciHotResetInfo();
        if (!info.Value.Flags.HasFlag(VfioPciHotResetFlags.DeviceIds))
            yield break;
        for (int i = 0; i < (int)info.Value.Count; i++)
        {
            VfioPciDependentDevice one = info.Tail<VfioPciDependentDevice>()[i];
            if (unchecked((int)one.Devid) == (int)VfioPciOwnership.NotOwned)
                yield return FormattableString.Invariant($"{one.Segment:x4}:{one.Bus:x2}:{one.DeviceFunction >> 3:x2}.{one.DeviceFunction & 0b111}");
        }
    }
}

//// Bounded retries with exception filters
using System.Threading;
using IoctlSharp.Vfio;

public static class PatientReset
{
    public static void Reset(VfioDevice device, int attempts = 5)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                device.Reset();
                return;
            }
            catch (IoctlException e) when (e.Error is Errno.EAGAIN or Errno.EBUSY && attempt < attempts)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(100 * attempt));
            }
        }
    }
}

//// Reset off the caller's thread with a deadline
using System.Threading;
using System.Threading.Tasks;
using IoctlSharp.Vfio;

public sealed class ResetService(VfioDevice device, TimeSpan patience)
{
    private readonly SemaphoreSlim _one = new(1, 1);

    public async Task<Errno> ResetAsync(CancellationToken cancellation = default)
    {
        await _one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await Task.Run(device.TryReset, cancellation).WaitAsync(patience, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }
}

//// Reset of every function, errors gathered
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Vfio;

public static class ResetAll
{
    public static IReadOnlyList<(string Name, Errno Error)> Run(IEnumerable<KeyValuePair<string, VfioDevice>> devices) =>
    [
        .. from pair in devices
           let error = pair.Value.TryReset()
           where error != Errno.None
           orderby pair.Key
           select (pair.Key, error),
    ];
}

//// Reset strategies as delegates
using System.Collections.Generic;
using IoctlSharp.Vfio;

internal static class Strategies
{
    private static readonly Dictionary<string, Action<VfioDevice, VfioGroup[]>> s_all = new()
    {
        ["flr"] = (device, _) => device.Reset(),
        ["bus"] = (device, groups) => device.PciHotReset(groups),
        ["none"] = static (_, _) => { },
    };

    public static void Run(string name, VfioDevice device, params VfioGroup[] groups) => s_all[name](device, groups);
}

//// Raw reset over libc with a counted handle
using IoctlSharp.Vfio;

internal static class RawReset
{
    [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static extern int Ioctl(int fd, nuint request, nint argument);

    public static bool Reset(VfioDevice device)
    {
        bool held = false;
        try
        {
            device.DangerousAddRef(ref held);
            int result = Ioctl((int)device.DangerousGetHandle(), VfioIoctls.Commands.VFIO_DEVICE_RESET.Number, 0);
            int error = Marshal.GetLastPInvokeError();
            return result == 0 || (Errno)error == Errno.EAGAIN;
        }
        finally
        {
            if (held)
                device.DangerousRelease();
        }
    }
}

//// Hot reset ids by the flag in a local
using System.Linq;
using IoctlSharp.Vfio;

internal static class IdsOrGroups
{
    public static uint[] All(VfioDevice device)
    {
        KernelBuffer<VfioPciHotResetInfo> buffer = device.GetPciHotResetInfo();
        bool byId = (buffer.Value.Flags & VfioPciHotResetFlags.DeviceIds) != 0;
        VfioPciDependentDevice[] devices = buffer.Tail<VfioPciDependentDevice>().ToArray();
        return byId ? [.. devices.Select(d => d.Devid)] : [.. devices.Select(d => d.GroupId).Distinct()];
    }
}

//// Dependent devices sorted with the mode in a comparer
using System.Collections.Generic;
using IoctlSharp.Vfio;

internal sealed class ByOwner(bool ids) : IComparer<VfioPciDependentDevice>
{
    public int Compare(VfioPciDependentDevice x, VfioPciDependentDevice y)
        => ids ? x.Devid.CompareTo(y.Devid) : x.GroupId.CompareTo(y.GroupId);

    public static VfioPciDependentDevice[] Sorted(VfioDevice device)
    {
        var info = device.GetPciHotResetInfo();
        var all = info.Tail<VfioPciDependentDevice>().ToArray();
        Array.Sort(all, new ByOwner((info.Value.Flags & VfioPciHotResetFlags.DeviceIds) != 0));
        return all;
    }
}

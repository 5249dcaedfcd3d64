using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using IoctlSharp.Vfio;

namespace IoctlSharp.Coverage.Tests;

/// <summary>The commands and features that a test's code leads to, through its own assembly and the definitions.</summary>
internal sealed class Reach
{
    private const uint FeatureMask = (uint)VfioDeviceFeatureFlags.Mask;

    private readonly HashSet<MethodBase> _seen = [];
    private readonly Assembly _tests;

    public Reach(MethodInfo start)
    {
        _tests = start.Module.Assembly;
        Queue<MethodBase> open = new([start, .. start.DeclaringType!.GetConstructors()]);
        while (open.TryDequeue(out MethodBase? method))
        {
            if (!_seen.Add(method))
                continue;
            if (method.GetCustomAttribute<IoctlAttribute>() is { Name: { } name })
                Add(name, method);
            else
                MethodBodyReader.Read(method, named => Follow(open, named), value => Load(method, value));
        }
    }

    /// <summary>The C names.</summary>
    public HashSet<string> Names { get; } = [];

    /// <summary>The C names of those that are declared by the definitions, not by the tests.</summary>
    public HashSet<string> Shipped { get; } = [];

    /// <summary>The integers in the test assembly's part of the way: an error that it asserts is one of them.</summary>
    public HashSet<int> Integers { get; } = [];

    /// <summary>Whether the code leads to a method.</summary>
    public bool Leads(MethodBase method) => _seen.Contains(method);

    private void Follow(Queue<MethodBase> open, MethodBase named)
    {
        if (named.Module.Assembly == _tests || named.Module.Assembly == typeof(VfioIoctls).Assembly)
            open.Enqueue(named);
    }

    private void Load(MethodBase method, int value)
    {
        if (method.Module.Assembly == _tests)
            Integers.Add(value);
    }

    // A feature counts when it is read or set: whether a device has it is only asked.
    private void Add(string name, MethodBase method)
    {
        Names.Add(name);
        if (method.Module.Assembly != _tests)
            Shipped.Add(name);
        foreach (uint flags in method.GetCustomAttributes<PresetAttribute>().Select(preset => preset.Value).OfType<VfioDeviceFeatureFlags>())
        {
            if ((flags & (uint)VfioDeviceFeatureFlags.Probe) == 0)
                Names.Add(KnownNames.Of((VfioFeature)(flags & FeatureMask)));
        }
    }
}

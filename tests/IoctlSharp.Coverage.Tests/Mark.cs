using System;
using System.Reflection;

namespace IoctlSharp.Coverage.Tests;

/// <summary>A <see cref="IoctlSharp.Tests.CoversAttribute"/> on a test.</summary>
internal sealed record Mark(Guest Guest, MethodInfo Test, string Name, Errno Refused)
{
    private readonly Lazy<Reach> _reach = new(() => new Reach(Test));

    public Reach Reach => _reach.Value;

    public string TestName => $"{Test.DeclaringType!.Name}.{Test.Name}";
}

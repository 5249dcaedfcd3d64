using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.Versioning;
using IoctlSharp.Vfio;
using Shouldly;
using Xunit;

namespace IoctlSharp.Museum.Tests;

/// <summary>What the SDK's own analyzer (CA1416) needs to report a call that is not guarded.</summary>
public sealed class PlatformTests
{
    [Fact]
    public void Every_call_says_that_it_is_for_Linux()
    {
        List<MethodInfo> calls = [.. typeof(VfioIoctls).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.GetCustomAttribute<IoctlAttribute>() is not null)];
        calls.Count.ShouldBeGreaterThan(60);
        calls.Where(method => method.GetCustomAttribute<SupportedOSPlatformAttribute>()?.PlatformName != "linux").ShouldBeEmpty();
    }
}

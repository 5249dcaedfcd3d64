using System;
using IoctlSharp.Vfio;
using Shouldly;
using Xunit;

namespace IoctlSharp.Spapr.Tests;

public class SpaprMemoryTests
{
    [Fact]
    public void Memory_that_could_not_be_registered_is_not_held()
    {
        VfioContainer container = new(-1, ownsHandle: false);
        DmaBuffer buffer = new(4096);
        container.Dispose();

        Should.Throw<ObjectDisposedException>(() => container.Register(buffer));

        buffer.Dispose();
        buffer.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public void Memory_that_is_freed_cannot_be_registered()
    {
        using VfioContainer container = new(-1, ownsHandle: false);
        DmaBuffer buffer = new(4096);
        buffer.Dispose();

        Should.Throw<ObjectDisposedException>(() => container.Register(buffer));
    }
}

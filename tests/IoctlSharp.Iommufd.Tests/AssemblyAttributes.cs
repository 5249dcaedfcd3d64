using System.Runtime.Versioning;
using Xunit;

[assembly: SupportedOSPlatform("linux")]

// A device can be bound once: two tests of one device cannot run at the same time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

// Left out on the host, whose devices must not be taken from their drivers.
[assembly: Trait("Needs", "guest")]

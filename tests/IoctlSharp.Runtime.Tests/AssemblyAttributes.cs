using System.Runtime.Versioning;
using Xunit;

[assembly: SupportedOSPlatform("linux")]

// File descriptors, signals and limits belong to the process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

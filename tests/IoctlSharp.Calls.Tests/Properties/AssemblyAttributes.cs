// Emitted code must not count on zeroed locals: no method of this assembly, the emitted ones among them, gets them.
[module: System.Runtime.CompilerServices.SkipLocalsInit]

// Blocking calls and measured allocations need threads that nobody else holds up.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]

[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

// M077: A mapping or a file is not released when something fails
// Seen in: DPDK e34a43a672, 2a089d2d52
// Outcome: RunTime IoctlSharp.Vfio.Tests.FileDescriptorTests.No_file_leaks_over_10000_calls_failures_included

// The SDK's CA2000 looks for what is not disposed. That nothing leaks where it was forgotten (handles are SafeHandles, a mapping keeps its memory) only a run can show.

using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using IoctlSharp;
using IoctlSharp.Benchmarks;
using IoctlSharp.Benchmarks.CompileTime;

[assembly: SupportedOSPlatform("linux")]

bool onlyCompileTime = args is ["--filter", { } wanted] && wanted.Contains("CompileTime", StringComparison.Ordinal);
if (args.Length == 0 || onlyCompileTime)
    CompileTimeComparison.Print();
if (onlyCompileTime)
    return 0;

string stub = Path.Combine(AppContext.BaseDirectory, "libstub.so");
if (!File.Exists(stub))
{
    Console.Error.WriteLine($"{stub} is missing: install gcc and libc6-dev, and build again.");
    return 1;
}

// All contestants call the same symbol of the same library; it passes on what it does not define.
IntPtr library = NativeLibrary.Load(stub);
foreach (Assembly assembly in new[] { typeof(DeviceHandle).Assembly, typeof(MapBenchmarks).Assembly })
    NativeLibrary.SetDllImportResolver(assembly, (name, _, _) => name == "libc" ? library : IntPtr.Zero);

// In this process: a generated project of its own would need the feeds.
IConfig config = DefaultConfig.Instance
    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithIterationTime(TimeInterval.FromMilliseconds(100)).WithMaxIterationCount(30))
    .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "artifacts"));
Summary[] summaries = BenchmarkSwitcher.FromAssembly(typeof(MapBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, config).ToArray();

Console.WriteLine();
if (summaries.Any(summary => summary.BenchmarksCases.Any(benchmark => benchmark.Descriptor.Type == typeof(MapBenchmarks))))
    Targets.Print();
return summaries.Length > 0 && summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;

using System;
using BenchmarkDotNet.Attributes;

namespace IoctlSharp.Benchmarks;

/// <summary>A struct of 32 bytes copied, its size set, and a call that returns at once: the cost of the way there and back.</summary>
[MemoryDiagnoser]
public class MapBenchmarks
{
    internal const int Rounds = 1000;
    private const int StubFd = 0x7fffffff;

    private readonly BenchmarkDevice _device = new(new IntPtr(StubFd), ownsHandle: false);
    private DmaMap _map = new() { Flags = 3, Vaddr = 0x1000, Iova = 0x10000, Size = 4096 };

    [Benchmark(OperationsPerInvoke = Rounds)]
    public unsafe int C()
    {
        fixed (DmaMap* map = &_map)
            return Contestants.MapInC(StubFd, map, Rounds);
    }

    [Benchmark(OperationsPerInvoke = Rounds, Baseline = true)]
    public void Blittable()
    {
        for (int i = 0; i < Rounds; i++)
            Contestants.MapBlittable(StubFd, in _map);
    }

    [Benchmark(OperationsPerInvoke = Rounds)]
    public void LibraryImportWithFd()
    {
        for (int i = 0; i < Rounds; i++)
            Contestants.MapWithFd(StubFd, in _map);
    }

    [Benchmark(OperationsPerInvoke = Rounds)]
    public void LibraryImportWithSafeHandle()
    {
        for (int i = 0; i < Rounds; i++)
            Contestants.MapWithHandle(_device, in _map);
    }

    [Benchmark(OperationsPerInvoke = Rounds)]
    public void IoctlSharpWithFd()
    {
        for (int i = 0; i < Rounds; i++)
            BenchmarkIoctls.MapWithFd(StubFd, in _map);
    }

    [Benchmark(OperationsPerInvoke = Rounds)]
    public void IoctlSharpWithHandle()
    {
        for (int i = 0; i < Rounds; i++)
            _device.MapWithHandle(in _map);
    }
}

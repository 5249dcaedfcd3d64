using System;
using System.IO.Pipes;
using BenchmarkDotNet.Attributes;

namespace IoctlSharp.Benchmarks;

/// <summary>FIONREAD on a pipe: one of the cheapest calls that the kernel has.</summary>
[MemoryDiagnoser]
public class AvailableBenchmarks : IDisposable
{
    private const int Rounds = 1000;

    private readonly AnonymousPipeServerStream _pipe = new(PipeDirection.In);
    private readonly BenchmarkDevice _device;
    private readonly int _fd;

    public AvailableBenchmarks()
    {
        _fd = (int)_pipe.SafePipeHandle.DangerousGetHandle();
        _device = new BenchmarkDevice(new IntPtr(_fd), ownsHandle: false);
    }

    [Benchmark(OperationsPerInvoke = Rounds)]
    public int C() => Contestants.AvailableInC(_fd, Rounds);

    [Benchmark(OperationsPerInvoke = Rounds, Baseline = true)]
    public int Blittable()
    {
        int sum = 0;
        for (int i = 0; i < Rounds; i++)
            sum += Contestants.AvailableBlittable(_fd);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Rounds)]
    public int LibraryImportWithFd()
    {
        int sum = 0;
        for (int i = 0; i < Rounds; i++)
            sum += Contestants.AvailableWithFd(_fd);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Rounds)]
    public int LibraryImportWithSafeHandle()
    {
        int sum = 0;
        for (int i = 0; i < Rounds; i++)
            sum += Contestants.AvailableWithHandle(_device);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Rounds)]
    public int IoctlSharpWithFd()
    {
        int sum = 0;
        for (int i = 0; i < Rounds; i++)
        {
            BenchmarkIoctls.AvailableWithFd(_fd, out int available);
            sum += available;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Rounds)]
    public int IoctlSharpWithHandle()
    {
        int sum = 0;
        for (int i = 0; i < Rounds; i++)
        {
            _device.AvailableWithHandle(out int available);
            sum += available;
        }

        return sum;
    }

    public void Dispose()
    {
        _device.Dispose();
        _pipe.Dispose();
    }
}

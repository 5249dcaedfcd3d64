using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace IoctlSharp.Runtime.Tests;

/// <summary>Runs something on a thread that gets a real signal again and again until it is done.</summary>
internal static class SignalledThread
{
    // A real-time signal that neither glibc nor the CLR uses.
    private const int Signal = 44;

    public static void Run(Action body, TimeSpan interval)
    {
        // Any function that takes an int and does nothing will do as a handler; no SA_RESTART, so that calls are interrupted.
        Native.Signal(Signal, NativeLibrary.GetExport(NativeLibrary.Load("libc.so.6"), "abs"));
        Native.SignalInterrupts(Signal, 1).ShouldBe(0);

        Exception? failure = null;
        nint id = 0;
        using var started = new ManualResetEventSlim();
        using var signalsStop = new ManualResetEventSlim();
        using var done = new ManualResetEventSlim();
        var thread = new Thread(() =>
        {
            id = Native.CurrentThread();
            started.Set();
            try
            {
                body();
            }
            catch (Exception e)
            {
                failure = e;
            }

            // The thread lives on until nobody signals it any more.
            done.Set();
            signalsStop.Wait();
        });
        thread.Start();
        started.Wait();
        while (!done.Wait(interval))
            Native.SignalThread(id, Signal).ShouldBe(0);
        signalsStop.Set();
        thread.Join();
        if (failure is not null)
            throw new InvalidOperationException("The signalled thread failed.", failure);
    }
}

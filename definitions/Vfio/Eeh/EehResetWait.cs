using System;
using System.Diagnostics;
using System.Threading;

namespace IoctlSharp.Vfio;

/// <summary>Asks for the state until no reset is active, and not for ever.</summary>
internal static class EehResetWait
{
    private const int PauseMilliseconds = 10;

    public static EehState Wait(Func<EehState> read, TimeSpan patience)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (true)
        {
            // Read once more after the time is up: the thread may have slept for longer than it wanted to.
            bool isLast = watch.Elapsed >= patience;
            EehState state = read();
            if (state != EehState.Reset)
                return state;
            if (isLast)
                throw new TimeoutException($"The device was still being reset after {patience.TotalSeconds} seconds: end the reset with EndReset, or allow more time.");
            Thread.Sleep(PauseMilliseconds);
        }
    }
}

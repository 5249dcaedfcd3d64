using System;
using System.Collections.Generic;
using System.Diagnostics;

namespace IoctlSharp.Spapr.Guest;

/// <summary>One line for each thing that is asserted, and the counts that the launcher reads.</summary>
internal sealed class Checks
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _passed;
    private int _failed;

    public bool AllPassed => _failed == 0 && _passed > 0;

    public void Equal<T>(string what, T expected, T actual, Func<T, string>? format = null)
    {
        string Text(T value) => format is null ? $"{value}" : format(value);
        bool isEqual = EqualityComparer<T>.Default.Equals(expected, actual);
        Report(isEqual, isEqual ? $"{what}: {Text(actual)}" : $"{what}: {Text(actual)}, expected {Text(expected)}");
    }

    public void Hexadecimal(string what, ulong expected, ulong actual) => Equal(what, expected, actual, value => $"0x{value:x}");

    public void True(string what, bool condition) => Report(condition, what);

    public void Succeeds(string what, Action call) => Equal(what, Errno.None, ErrorOf(call), Name);

    public void Fails(string what, Errno expected, Action call) => Equal(what, expected, ErrorOf(call), Name);

    public void Error(string what, Errno expected, Errno actual) => Equal(what, expected, actual, Name);

    /// <summary>What a scenario throws is one failure, and the next scenario still runs.</summary>
    public void Run(string title, Action scenario)
    {
        Console.WriteLine($"\n{title} (after {_watch.Elapsed.TotalSeconds:f0} s)");
        try
        {
            scenario();
        }
        catch (Exception exception)
        {
            Report(false, $"{title} ended early: {exception}");
        }
    }

    public void Summarize() => Console.WriteLine($"\n{_passed} passed, {_failed} failed");

    private static Errno ErrorOf(Action call)
    {
        try
        {
            call();
            return Errno.None;
        }
        catch (IoctlException exception)
        {
            return exception.Error;
        }
    }

    private static string Name(Errno error) => error == Errno.None ? "0" : $"{error}";

    private void Report(bool isRight, string line)
    {
        if (isRight)
            _passed++;
        else
            _failed++;
        Console.WriteLine($"{(isRight ? "ok  " : "FAIL")} {line}");
    }
}

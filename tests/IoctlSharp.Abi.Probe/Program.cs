using System;
using IoctlSharp.Interop;

namespace IoctlSharp.Abi.Probe;

/// <summary>Prints what the runtime does with the definitions on this machine, a fact a line: the fields are separated by tabs.</summary>
internal static class Program
{
    public static int Main()
    {
        Console.WriteLine($"abi\t{ProcessAbi.Current}");
        Console.WriteLine($"endian\t{(BitConverter.IsLittleEndian ? "little" : "big")}");
        StructProbe.Print(Console.Out);
        CommandProbe.Print(Console.Out);
        CallProbe.Print(Console.Out);
        Console.WriteLine("end");
        return 0;
    }
}

using System;
using System.IO;

namespace SpaprEeh;

internal static class Program
{
    public static int Main(string[] arguments)
    {
        if (arguments.Length != 1)
        {
            Console.Error.WriteLine("usage: SpaprEeh ADDRESS    (a PCI device that is bound to vfio-pci, as in 0000:06:0d.0)");
            return 2;
        }

        try
        {
            new ErrorRecovery(arguments[0]).Run();
            return 0;
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or UnauthorizedAccessException or FormatException or TimeoutException)
        {
            Console.Error.WriteLine($"error: {exception.Message}");
            return 1;
        }
    }
}

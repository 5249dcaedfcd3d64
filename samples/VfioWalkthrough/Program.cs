using System;
using System.CommandLine;
using System.IO;
using IoctlSharp;
using VfioWalkthrough;

[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

Option<string> device = new("--device") { Description = "The PCI device, as in 0000:06:0d.0; every device of its IOMMU group must be free.", Required = true };
Option<bool> explain = new("--explain") { Description = "Print each ioctl with its number, its struct and its fields before it is made." };
RootCommand command = new("Runs the flow of the kernel's Documentation/driver-api/vfio.rst on a real device.") { device, explain };

command.SetAction(arguments =>
{
    try
    {
        new Walkthrough(arguments.GetValue(device)!, new Narrator(arguments.GetValue(explain))).Run();
        return 0;
    }
    catch (Exception exception) when (exception is IOException or InvalidOperationException or UnauthorizedAccessException or FormatException or InvalidDataException)
    {
        Console.Out.Flush();
        Console.Error.WriteLine($"error: {exception.Message}");
        return 1;
    }
});
return command.Parse(args).Invoke();

using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using IoctlSharp;
using VfioWalkthrough;

[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

Option<string> device = new("--device") { Description = "The PCI device, as in 0000:06:0d.0; every device of its IOMMU group must be free.", Required = true };
Option<bool> explain = new("--explain") { Description = "Print each ioctl with its number, its struct and its fields before it is made." };
Option<Mode> mode = new("--mode")
{
    HelpName = "type1|type1v2|iommufd-compat|iommufd",
    Description = "The way to the device and its memory: type1 as in the document, its second version, a container over an iommufd, or an iommufd.",
    CustomParser = result => result.Tokens[0].Value switch
    {
        "type1" => Mode.Type1,
        "type1v2" => Mode.Type1v2,
        "iommufd-compat" => Mode.IommufdCompat,
        "iommufd" => Mode.Iommufd,
        string other => Unknown(result, other),
    },
};
RootCommand command = new("Runs the flow of the kernel's Documentation/driver-api/vfio.rst on a real device.") { device, mode, explain };

command.SetAction(arguments =>
{
    try
    {
        new Walkthrough(arguments.GetValue(device)!, arguments.GetValue(mode), new Narrator(arguments.GetValue(explain))).Run();
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

static Mode Unknown(ArgumentResult result, string mode)
{
    result.AddError($"There is no mode '{mode}': --help lists them.");
    return default;
}

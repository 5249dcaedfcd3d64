using System;
using System.IO;
using IoctlSharp.Spapr.Guest.Scenarios;
using IoctlSharp.Vfio;

namespace IoctlSharp.Spapr.Guest;

/// <summary>Asserts what the kernel's sPAPR TCE and EEH do, on the platform that the argument names.</summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        if (arguments.Length != 1)
        {
            Console.Error.WriteLine("usage: IoctlSharp.Spapr.Guest powernv9 | pseries | none");
            return 2;
        }

        Platform platform = Platform.Named(arguments[0]);
        Checks checks = new();
        checks.Run("Command numbers and struct sizes", () => NumbersScenario.Run(checks, platform));
        checks.Run("The caller's parameter save area", () => SaveAreaScenario.Run(checks, platform));
        if (platform.IsPower)
            RunOnPower(checks, platform);
        else
            checks.Run("The first missing device", () => StopAtMissingDevice(checks));
        checks.Summarize();
        return checks.AllPassed ? 0 : 1;
    }

    private static void RunOnPower(Checks checks, Platform platform)
    {
        checks.Run("A container without a group", () => ContainerScenario.Run(checks, platform));
        checks.Run("Version 1", () => VersionOneScenario.Run(checks, platform));
        checks.Run("Version 2: memory", () => MemoryScenario.Run(checks, platform));
        // Before windows are refused: the kernel keeps counting the tables of those.
        checks.Run("The memory-lock limit", () => MemoryLimitScenario.Run(checks, platform));
        checks.Run("Version 2: windows", () => WindowScenario.Run(checks, platform));
        checks.Run("A device", () => DeviceScenario.Run(checks, platform));
        if (platform.HasEeh)
            checks.Run("EEH of two groups", () => GroupsScenario.Run(checks, platform));
        checks.Run("Version 2: without the default window", () => DefaultWindowScenario.Run(checks, platform));
    }

    private static void StopAtMissingDevice(Checks checks)
    {
        if (File.Exists("/dev/vfio/vfio"))
        {
            using VfioContainer container = VfioContainer.Open();
            checks.Equal("VFIO_CHECK_EXTENSION of sPAPR TCE", 0, container.CheckExtension(VfioExtension.SpaprTceIommu));
            checks.Equal("VFIO_CHECK_EXTENSION of EEH", 0, container.CheckExtension(VfioExtension.Eeh));
            return;
        }

        try
        {
            VfioContainer.Open().Dispose();
            checks.True("a container was opened that does not exist", false);
        }
        catch (FileNotFoundException exception)
        {
            checks.Equal("missing", "/dev/vfio/vfio", exception.FileName);
        }
    }
}

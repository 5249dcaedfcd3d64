using System;
using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using IoctlSharp;
using IoctlSharp.Vfio;
using Terminals;

[assembly: SupportedOSPlatform("linux")]

TerminalClaims.Check();
Claims.Same("nothing is compiled at run time", RuntimeFeature.IsDynamicCodeSupported, false);
Claims.Same("definitions", VfioIoctls.Commands.VFIO_IOMMU_MAP_DMA.Name, "VFIO_IOMMU_MAP_DMA");
uint register = 2;
Claims.Same("memory", Registers.PollExposed(ref register, 5), 5);
using (ZeroFile file = new())
using (MappedRegion region = file.Map(0, 4096))
{
    Claims.Same("a bit that never comes", Registers.PollLowBit(region, 5), 5);
    region.Write64(0x98, 0x1234_5678_9abc_def1);
    Claims.Same("the low bit", Registers.PollLowBit(region, 5), 0);
    Claims.Same("the low byte", Registers.LowByte(region), (byte)0xf1);
}

Claims.Report(Console.Out);

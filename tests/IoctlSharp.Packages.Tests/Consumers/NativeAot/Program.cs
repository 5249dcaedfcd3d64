using System;
using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using IoctlSharp.Vfio;
using Terminals;

[assembly: SupportedOSPlatform("linux")]

TerminalClaims.Check();
Claims.Same("nothing is compiled at run time", RuntimeFeature.IsDynamicCodeSupported, false);
Claims.Same("definitions", VfioIoctls.Commands.VFIO_IOMMU_MAP_DMA.Name, "VFIO_IOMMU_MAP_DMA");
Claims.Report(Console.Out);

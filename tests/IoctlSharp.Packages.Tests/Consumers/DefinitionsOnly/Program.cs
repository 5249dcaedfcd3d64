using System;
using System.Runtime.Versioning;
using DefinitionsOnly;
using IoctlSharp;
using IoctlSharp.Vfio;
using Terminals;

[assembly: SupportedOSPlatform("linux")]

using EntropySource source = new();
source.GetCount(out int bits);
Claims.Same("an ioctl of the program's own", bits is >= 0 and <= 256 * 32, true);

// The random number generator is no VFIO container: the kernel knows that, and the error must say it.
using VfioContainer container = new(source.DangerousGetHandle(), ownsHandle: false);
IoctlException? refused = null;
try
{
    container.GetApiVersion();
}
catch (IoctlException e)
{
    refused = e;
}

Claims.Same("a command of the definitions", refused?.Command, VfioIoctls.Commands.VFIO_GET_API_VERSION);
Claims.Same("its number", refused?.Command.NumberOn(LinuxAbi.X86_64), 0x3b64u);
Claims.Same("the kernel's answer", refused?.Error, Errno.EINVAL);
Claims.Report(Console.Out);

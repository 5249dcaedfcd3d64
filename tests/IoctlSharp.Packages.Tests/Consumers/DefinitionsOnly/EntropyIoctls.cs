using IoctlSharp;

namespace DefinitionsOnly;

/// <summary>A declaration of the program's own, which needs the generator that came with the definitions.</summary>
[IoctlGroup('R', Header = "linux/random.h")]
#if WITH_MISTAKE
public static class EntropyIoctls
{
}
#else
public static partial class EntropyIoctls
{
    /// <summary>How much entropy there is, in bits.</summary>
    [Ioctl(IoctlMacro.IOR, 0x00, Name = "RNDGETENTCNT")]
    public static partial void GetCount(this EntropySource source, out int bits);
}
#endif

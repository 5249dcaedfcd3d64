// M072: The command is sent to another kind of file
// Seen in: katyo/gpiod-rs#2; brgl/libgpiod#48 (standard input); kms-drm#93
// Outcome: CS1929

using IoctlSharp.Vfio;


internal static class Mappings
{
    public static void Add(VfioDevice device, in VfioIommuType1DmaMap map) => [|device|].MapDma(map);
}

// M024: The count is larger than what is behind
// Seen in: vmm-sys-util#235; rust-embedded/gpio-cdev#19
// Outcome: CS0117

using IoctlSharp.Vfio;


internal static class Resets
{
    public static VfioPciHotReset Prepare() => new() { [|Count|] = 16 };
}

// M043: Flags are compared as a whole
// Seen in: rust-vmm/vfio VfioGroup::new
// Outcome: IOCTL4040

using IoctlSharp.Vfio;


internal static class Groups
{
    public static bool IsViable(VfioGroup group) => [|group.GetStatus().Flags == VfioGroupFlags.Viable|];
}

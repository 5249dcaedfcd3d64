// M030: A feature and its payload disagree
// Seen in: libvfn (a branch under a macro that never existed)
// Outcome: CS1503

using IoctlSharp.Vfio;


internal static class Migration
{
    public static void Query(VfioDevice device, VfioDeviceFeatureMigDataSize size) => device.SetMigrationState([|size|]);
}

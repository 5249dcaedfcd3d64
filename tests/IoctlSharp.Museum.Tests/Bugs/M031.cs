// M031: GET and SET at once
// Seen in: vfio.h on VFIO_DEVICE_FEATURE
// Outcome: CS0122

using IoctlSharp.Vfio;


internal static class Features
{
    // Get, set and probe are methods of their own: nobody combines their flags.
    public static VfioDeviceFeature Both() => new() { [|_argsz|] = 8, Flags = VfioDeviceFeatureFlags.Get | VfioDeviceFeatureFlags.Set };
}

namespace IoctlSharp.Runtime.Tests;

/// <summary>Another kind of handle of a file that is open already.</summary>
internal sealed class OtherKind(TestFile file) : DeviceHandle(file)
{
    public int Fd => (int)DangerousGetHandle();
}

namespace IoctlSharp.Calls.Tests.Live;

[KernelConstants("KVM_CAP_", Header = "linux/kvm.h")]
public enum KvmCapability
{
    UserMemory = 3,
    NrVcpus = 9,
}

[IoctlGroup((byte)0xae, Header = "linux/kvm.h")]
public static partial class KvmIoctls
{
    [Ioctl(IoctlMacro.IO, 0x00, Name = "KVM_GET_API_VERSION")]
    public static partial int GetApiVersion(this DeviceFile kvm);

    [Ioctl(IoctlMacro.IO, 0x03, Name = "KVM_CHECK_EXTENSION")]
    public static partial int CheckExtension(this DeviceFile kvm, KvmCapability capability);

    [Ioctl(IoctlMacro.IO, 0x01, Name = "KVM_CREATE_VM")]
    public static partial Errno TryCreateVm(this DeviceFile kvm, nint type, out DeviceFile vm);
}

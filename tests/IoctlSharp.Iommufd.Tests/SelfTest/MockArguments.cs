using System.Runtime.InteropServices;

namespace IoctlSharp.Iommu.Tests.SelfTest;

/// <summary>The arms of the command's union that the tests use; <see cref="Dirty"/> is the largest of all.</summary>
[KernelUnion(Header = "iommufd_test.h"), StructLayout(LayoutKind.Explicit)]
public partial struct MockArguments
{
    [FieldOffset(0)] public NewDevice MockDomainFlags;
    [FieldOffset(0)] public PageTable MockDomainReplace;
    [FieldOffset(0)] public DirtyPages Dirty;
    [FieldOffset(0)] public CachedWord CheckIotlb;
    [FieldOffset(0)] public Fault TriggerIopf;
    [FieldOffset(0)] public CachedWord CheckDevCache;
    [FieldOffset(0)] public EventSource TriggerVevent;
    [FieldOffset(0)] public PasidTable Pasid;

    [KernelStruct("mock_domain_flags")]
    public partial struct NewDevice
    {
        public uint OutStdevId;
        public HwptId OutHwptId;
        public DeviceId OutIdevId;
        public MockDeviceFlags DevFlags;
    }

    [KernelStruct("mock_domain_replace")]
    public partial struct PageTable
    {
        public PageTableId PtId;
    }

    [KernelStruct("dirty")]
    public partial struct DirtyPages
    {
        public uint Flags;
        public ulong Iova;
        public ulong Length;
        public ulong PageSize;
        public UserPointer Uptr;
        public ulong OutNrDirty;
    }

    [KernelStruct("check_iotlb")]
    public partial struct CachedWord
    {
        public uint Id;
        public uint Value;
    }

    [KernelStruct("trigger_iopf")]
    public partial struct Fault
    {
        public DeviceId DevId;
        public uint Pasid;
        public uint Grpid;
        public IommuPgfaultPermissions Perm;
        public ulong Addr;
    }

    [KernelStruct("trigger_vevent")]
    public partial struct EventSource
    {
        public DeviceId DevId;
    }

    [KernelStruct("pasid_attach")]
    public partial struct PasidTable
    {
        public uint Pasid;
        public PageTableId PtId;
    }
}

namespace IoctlSharp.Iommu.Tests.SelfTest;

/// <summary>The argument of the self-test's one command.</summary>
[KernelStruct("iommu_test_cmd", Header = "iommufd_test.h")]
public partial struct MockCommand
{
    [ArgSize] private uint _size;
    [CName("op")] public MockOperation Operation;
    public uint Id;
    [Reserved, CName("__reserved")] private uint _reserved;
    [Union(Anonymous = true, Discriminator = nameof(Operation))] public MockArguments Arguments;
    [Reserved, CName("last")] private uint _last;
}

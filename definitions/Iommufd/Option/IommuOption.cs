namespace IoctlSharp.Iommu;

/// <summary>An option.</summary>
[KernelStruct("iommu_option", Header = "linux/iommufd.h")]
[Since("6.12")]
public partial struct IommuOption
{
    [ArgSize] private uint _size;

    /// <summary>Which.</summary>
    public IommufdOption OptionId;

    /// <summary>What to do with it.</summary>
    [CName("op")] public IommufdOptionOperation Operation;

    [Reserved, CName("__reserved")] private ushort _reserved;

    /// <summary>The object it belongs to; none for <see cref="IommufdOption.RlimitMode"/>.</summary>
    [ZeroWhen(nameof(OptionId), IommufdOption.RlimitMode), NonZero(When = IommufdOption.HugePages)] public ObjectId ObjectId;

    /// <summary>The value: 0 or 1.</summary>
    [Aligned(8), Range(0, 1), CName("val64")] public ulong Value;
}

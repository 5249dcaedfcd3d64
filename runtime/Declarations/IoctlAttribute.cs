using System;

namespace IoctlSharp;

/// <summary>
/// A static partial method that is one ioctl. Its parameters and result say what the argument is and who writes it; the macro only makes
/// the number.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class IoctlAttribute : Attribute
{
    /// <summary>A command that has a legacy number: set <see cref="Number"/>.</summary>
    public IoctlAttribute()
    {
    }

    /// <summary>A command whose number is made by a macro.</summary>
    /// <param name="macro">The macro of the <c>#define</c>.</param>
    /// <param name="number">The number within the type, without the group's <see cref="IoctlGroupAttribute.Base"/>.</param>
    public IoctlAttribute(IoctlMacro macro, byte number)
    {
        Macro = macro;
        Nr = number;
    }

    /// <summary>The macro of the <c>#define</c>.</summary>
    public IoctlMacro Macro { get; }

    /// <summary>The number within the type.</summary>
    public byte Nr { get; }

    /// <summary>The C name, as in <c>VFIO_IOMMU_MAP_DMA</c>.</summary>
    public string? Name { get; set; }

    /// <summary>The struct that the kernel takes, where no parameter and no result is it.</summary>
    public Type? Argument { get; set; }

    /// <summary>The struct that stands behind the argument, where no <see cref="TailAttribute"/> parameter is it: a result of that type, or zeroes and the fields that are set.</summary>
    public Type? Tail { get; set; }

    /// <summary>The type in the header's macro, where it lies about the argument (<c>_IOW('T', 202, int)</c> of <c>TUNSETIFF</c>, which takes an <c>ifreq</c>).</summary>
    public Type? MacroType { get; set; }

    /// <summary>The call is made again when a signal interrupts it (EINTR). Never done otherwise.</summary>
    public bool Retry { get; set; }

    /// <summary>Another command on the same kind of file has the same number, by the kernel's design: a state of the file tells them apart.</summary>
    public bool SharesNumber { get; set; }

    /// <summary>The whole number of a legacy command that no macro made (<c>FIONREAD</c>, 0x541B).</summary>
    public uint Number { get; set; }

    /// <summary>The legacy number on powerpc, where it differs.</summary>
    public uint NumberOnPowerPC { get; set; }

    /// <summary>The legacy number on mips, where it differs.</summary>
    public uint NumberOnMips { get; set; }

    /// <summary>The legacy number on sparc, where it differs.</summary>
    public uint NumberOnSparc { get; set; }
}

using System;
using System.Collections.Generic;
using System.Linq;

namespace IoctlSharp.Definitions.Tests.Header;

/// <summary>What the headers define and the definitions leave out, and why.</summary>
internal static class Undeclared
{
    private static readonly IReadOnlyDictionary<string, string> s_reasons = new Dictionary<string, string>
    {
        ["VFIO_TYPE"] = "a part of the numbers: [IoctlGroup]",
        ["VFIO_BASE"] = "a part of the numbers: [IoctlGroup]",
        ["IOMMUFD_TYPE"] = "a part of the numbers: [IoctlGroup]",
        ["IOMMUFD_CMD_*"] = "a part of the numbers: [Ioctl]",
        ["__VFIO_RESERVED_TYPE1_NESTING_IOMMU"] = "the number of an IOMMU type that was taken back",
        ["VFIO_DEVICE_STATE_NR"] = "grows with the enum: no state",
        ["VFIO_DEVICE_STATE_VALID"] = "a test of the first migration protocol's states, which no kernel has",
        ["VFIO_DEVICE_STATE_IS_ERROR"] = "a test of the first migration protocol's states, which no kernel has",
        ["VFIO_DEVICE_STATE_SET_ERROR"] = "a change of the first migration protocol's states, which no kernel has",
        ["DSA_COMP_STATUS"] = "an expression: status & IdxdCompletionBits.StatusMask",
    };

    /// <summary>Names without a reason.</summary>
    public static IEnumerable<string> WithoutReason(IEnumerable<string> missing) => missing.Where(name => !s_reasons.Keys.Any(key => Covers(key, name)));

    /// <summary>Reasons without a name: it is declared, or gone from the headers.</summary>
    public static IEnumerable<string> Unused(IReadOnlyList<string> missing) => s_reasons.Keys.Where(key => !missing.Any(name => Covers(key, name)));

    private static bool Covers(string key, string name)
        => key.EndsWith('*') ? name.StartsWith(key[..^1], StringComparison.Ordinal) : name == key;
}

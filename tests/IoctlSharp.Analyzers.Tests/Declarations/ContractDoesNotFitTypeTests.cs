using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class ContractDoesNotFitTypeTests
{
    [Fact]
    public Task Memory_that_is_no_address() => Rule.Flags(
        RuleIds.ContractDoesNotFitType,
        """
        [KernelStruct("settings")] public partial struct Settings { [[|DmaMemory|]] public uint Value; }
        """,
        "[DmaMemory] on 'Settings.Value' says nothing about a 'uint': put it on a field of a type that it can limit, or remove it");

    [Fact]
    public Task A_descriptor_of_64_bits() => Rule.Flags(
        RuleIds.ContractDoesNotFitType,
        """
        [KernelStruct("settings")] public partial struct Settings { [[|OwnedFd|]] public long Value; }
        """);

    [Fact]
    public Task A_range_of_an_enum() => Rule.Flags(
        RuleIds.ContractDoesNotFitType,
        """
        [KernelStruct("settings")] public partial struct Settings { [[|Range(0, 2)|]] public Bit Flags; }
        """);

    [Fact]
    public Task Refused_values_of_a_struct() => Rule.Flags(
        RuleIds.ContractDoesNotFitType,
        """
        [KernelStruct("settings")] public partial struct Settings { [[|Refused(1u)|]] public Plain Plain; [[|TailWhen(1u)|]] public Plain Other; }
        """);

    [Fact]
    public Task An_array() => Rule.Flags(
        RuleIds.ContractDoesNotFitType,
        """
        [KernelStruct("settings")] public unsafe partial struct Settings { [[|PageAligned|]] private fixed ulong _values[2]; }
        """);

    [Fact]
    public Task Types_that_fit() => Rule.IsSilent(
        """
        [KernelStruct("settings")] public partial struct Settings { [DmaMemory, PageAligned] public UserPointer Address; [CallMemory] public ulong Other; [OwnedFd] public int Fd; [PowerOfTwo, Range(1, 64)] public uint Size; }
        """);
}

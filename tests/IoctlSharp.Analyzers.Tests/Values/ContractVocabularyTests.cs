using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

/// <summary>Contracts that hold under a condition, that one field states of another, or that are of a parameter: of anybody's structs.</summary>
public sealed class ContractVocabularyTests
{
    private const string Declarations = """

        public enum Mode : uint { Any, Large, Old }
        [KernelStruct("queue")]
        public partial struct Queue
        {
            [Refused(Mode.Old)] public Mode Mode;
            [NonZero(When = Mode.Large)] public uint Depth;
            [PowerOfTwo(When = Mode.Large), Range(32, long.MaxValue, When = Mode.Large)] public ulong Size;
            [AlignedTo(nameof(Size), When = Mode.Large)] public ulong Start;
            [AlignedTo(16, When = Mode.Large)] public ulong Tail;
        }
        [KernelStruct("list"), Tail("items", typeof(int))]
        public partial struct List { [ArgSize] private uint _argsz; [TailWhen(Bit.One)] public Bit Flags; }
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Create(this Device device, in Queue queue);
            [Ioctl(IoctlMacro.IO, 2)] public static partial void Select(this Device device, [Refused(Mode.Old, Mode.Any)] Mode mode);
            [Ioctl(IoctlMacro.IO, 3)] public static partial void Send(this Device device, in List list);
            [Ioctl(IoctlMacro.IO, 3)] public static partial void Send(this Device device, in List list, [Tail] ReadOnlySpan<int> items);
            [Ioctl(IoctlMacro.IO, 3, Argument = typeof(List)), Preset(nameof(List.Flags), Bit.Two)] public static partial void Send(this Device device, [Field(nameof(List.Flags))] Bit flags);
        }
        """;

    [Fact]
    public Task A_value_that_is_never_taken() => Rule.Flags(
        RuleIds.ValueIsOutOfRange,
        """
        public static class Driver
        {
            public static void Run(Device device, bool isOld)
            {
                device.Create(new Queue { Mode = [|Mode.Old|] });
                device.Select([|Mode.Old|]);
                device.Select([|isOld ? Mode.Old : Mode.Any|]);
            }
        }
        """ + Declarations,
        "'Queue.Mode' reaches 'Create' as Old, which it never takes: give another value");

    [Fact]
    public Task Too_little_under_a_condition() => Rule.Flags(
        RuleIds.ValueIsOutOfRange,
        """
        public static class Driver
        {
            public static void Run(Device device) => device.Create(new Queue { Mode = Mode.Large, Depth = 1, Size = [|16|] });
        }
        """ + Declarations,
        "'Queue.Size' reaches 'Create' as 0x10, less than 32: give as much");

    [Fact]
    public Task Zero_under_a_condition() => Rule.Flags(
        RuleIds.ValueIsZero,
        """
        public static class Driver
        {
            public static void Run(Device device) => device.Create([|new Queue { Mode = Mode.Large, Size = 32 }|]);
        }
        """ + Declarations,
        "'Queue.Depth' reaches 'Create' as zero, which the kernel refuses: give it a value");

    [Fact]
    public Task Not_a_multiple_of_another_field() => Rule.Flags(
        RuleIds.ValueIsNotAligned,
        """
        public static class Driver
        {
            public static void Run(Device device) => device.Create(new Queue { Mode = Mode.Large, Depth = 1, Size = 64, Start = [|32|], Tail = [|8|] });
        }
        """ + Declarations,
        "'Queue.Start' reaches 'Create' as 0x20, no multiple of 'Size': round it");

    [Fact]
    public Task Nothing_behind_the_struct() => Rule.Flags(
        RuleIds.ValueIsZero,
        """
        public static class Driver
        {
            public static void Run(Device device) => device.Send(new List { Flags = [|Bit.One|] });
        }
        """ + Declarations,
        "'List.Flags' reaches 'Send' with One and nothing behind the struct, which the kernel refuses: call a method that takes what stands there");

    [Fact]
    public Task Kept_or_not_known_to_be_broken() => Rule.IsSilent(
        """
        public static class Driver
        {
            public static void Run(Device device, Mode mode, ulong size, Bit flags, bool isOld)
            {
                device.Create(new Queue { Mode = Mode.Any, Size = 3, Start = 1, Tail = 1 });
                device.Create(new Queue { Mode = mode, Size = 3, Start = 1, Tail = 1 });
                device.Create(new Queue { Mode = Mode.Large, Depth = 1, Size = 64, Start = 128, Tail = 32 });
                device.Create(new Queue { Mode = Mode.Large, Depth = 1, Size = size, Start = 1 });
                device.Create(new Queue { Mode = Mode.Large, Depth = 1, Size = 1ul << 63 });
                device.Create(new Queue { Mode = isOld ? Mode.Old : Mode.Any });
                device.Select(Mode.Large);
                device.Select(mode);
                device.Select(isOld ? Mode.Old : Mode.Large);
                device.Send(new List { Flags = Bit.Two });
                device.Send(new List { Flags = flags });
                device.Send(new List { Flags = Bit.One }, [1, 2]);
                device.Send(Bit.Two);
            }
        }
        """ + Declarations);
}

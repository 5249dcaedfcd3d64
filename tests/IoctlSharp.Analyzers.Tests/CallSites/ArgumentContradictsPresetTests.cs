using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CallSites;

public sealed class ArgumentContradictsPresetTests
{
    private const string Declarations = """
        public enum Op : uint { Start, Stop }

        [Flags]
        public enum Way : uint { None, In = 1, Out = 2, Loud = 4, Both = In | Out, Quiet = 8 }

        [KernelStruct("work")]
        public partial struct Work
        {
            public Op Op;
            [Excludes(Way.In, Way.Out), Excludes(Way.Loud, Way.Quiet)] public Way Way;
            public uint Count;
            public uint Flags;
            [Bits("Low", 16), Bits("High", 16)] private uint _bits;
            public readonly uint Total() => Count;
            public void Reset() => this = default;
        }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1), Preset(nameof(Work.Op), Op.Stop)]
            public static partial void Stop(this Device device, in Work work);

            [Ioctl(IoctlMacro.IO, 2), Preset(nameof(Work.Way), Way.In)]
            public static partial void Read(this Device device, ref Work work);

            [Ioctl(IoctlMacro.IO, 3, Argument = typeof(Work)), Preset(nameof(Work.Way), Way.Loud), Preset(nameof(Work.Flags), 3u)]
            public static partial Errno TryShout(this Device device, [Field(nameof(Work.Way))] Way way = Way.Quiet, [Field(nameof(Work.Op))] Op op = 0, [Field(nameof(Work.Flags))] uint flags = 0);
        }
        """;

    [Fact]
    public Task Another_choice_in_the_call() => Flags(
        """
                device.Stop(new Work { Count = 2, Op = [|Op.Start|] });
                Calls.Stop(device, new Work { Op = [|0|] });
        """,
        "'Stop' sets 'Op.Stop' in 'Op' itself, which contradicts the 'Op.Start' that is passed: leave it out, or call a method that does not preset it");

    [Fact]
    public Task Flags_that_exclude_each_other() => Flags(
        """
                var work = new Work { Way = [|Way.Out|] };
                device.Read(ref work);
                _ = device.TryShout([|Way.In | Way.Quiet|]);
        """);

    [Fact]
    public Task Another_one_of_a_group() => Rule.Flags(
        RuleIds.ArgumentContradictsPreset,
        """
        using IoctlSharp.Vfio;

        public static class Driver { public static void Run(VfioDevice device) => device.SetIrqs(0, [|VfioIrqSetFlags.DataBool | VfioIrqSetFlags.ActionTrigger|], 0, 1); }
        """);

    [Fact]
    public Task What_a_local_holds() => Flags(
        """
                var work = new Work();
                work.Op = Op.Stop;
                work.Op = [|Op.Start|];
                if (work.Total() > 3)
                    device.Stop(in work);
                var copy = work with { Count = 4 };
                work.Op = Op.Stop;
                device.Stop(work);
        """);

    [Fact]
    public Task What_a_local_copy_holds() => Flags(
        """
                var work = new Work { Op = [|Op.Start|] };
                var copy = work with { Count = 4 };
                work.Op = Op.Stop;
                device.Stop(copy);
        """);

    [Fact]
    public Task A_local_value() => Flags(
        """
                Way way = [|Way.Quiet|];
                _ = device.TryShout(way, Op.Start);
                const Way Constant = Way.Quiet;
                _ = device.TryShout([|Constant|]);
        """);

    [Fact]
    public Task What_agrees_or_is_left_out() => IsSilent(
        """
                device.Stop(new Work { Op = Op.Stop, Way = Way.Out });
                device.Stop(default);
                device.Stop(new Work { Count = 1 });
                var work = new Work { Way = Way.In | Way.Quiet, Op = Op.Stop };
                device.Read(ref work);
                _ = device.TryShout(Way.Loud | Way.In, op: Op.Stop);
                _ = device.TryShout();
        """);

    [Fact]
    public Task Numbers_are_added() => IsSilent(
        """
                _ = device.TryShout(Way.Loud, flags: 4);
        """);

    [Fact]
    public Task What_is_not_certain() => IsSilent(
        """
                var work = new Work { Op = Op.Start };
                if (device.IsClosed)
                    work.Op = Op.Stop;
                device.Stop(in work);

                var changed = new Work { Op = Op.Start };
                Change(ref changed);
                device.Stop(in changed);

                var reset = new Work { Op = Op.Start };
                reset.Reset();
                device.Stop(in reset);

                void Change(ref Work value) => value.Op = Op.Stop;
        """);

    [Fact]
    public Task What_is_written_out_of_sight() => IsSilent(
        """
                var captured = new Work { Op = Op.Start };
                Action change = () => captured.Op = Op.Stop;
                change();
                device.Stop(in captured);

                var aliased = new Work { Op = Op.Start };
                ref Work other = ref aliased;
                other.Op = Op.Stop;
                device.Stop(in aliased);

                var field = new Work { Op = Op.Start };
                ref Op op = ref field.Op;
                op = Op.Stop;
                device.Stop(in field);

                var bits = new Work { Op = Op.Start };
                bits.Low = 3;
                device.Stop(in bits);
        """);

    [Fact]
    public Task What_happens_behind_the_call() => Flags(
        """
                var work = new Work { Op = [|Op.Start|] };
                device.Stop(in work);
                work.Reset();
                Change(ref work);

                static void Change(ref Work value) => value.Op = Op.Stop;
        """);

    [Fact]
    public Task Loops() => IsSilent(
        """
                var work = new Work { Op = Op.Start };
                for (int i = 0; i < 3; i++)
                {
                    if (i > 0)
                        device.Stop(in work);
                    work.Op = Op.Stop;
                }

                Work parameter = Get();
                device.Stop(in parameter);

                static Work Get() => new() { Op = Op.Start };
        """);

    [Fact]
    public Task A_declaration_in_another_assembly() => Rule.Flags(
        RuleIds.ArgumentContradictsPreset,
        """
        public static class User
        {
            public static void Run(Far.Device device) => Far.Calls.Stop(device, new Far.Work { Op = [|Far.Op.Start|] });
        }
        """,
        "'Stop' sets 'Far.Op.Stop' in 'Op' itself, which contradicts the 'Far.Op.Start' that is passed: leave it out, or call a method that does not preset it",
        library: """
        using System;
        using IoctlSharp;

        namespace Far
        {
            public sealed class Device : DeviceHandle
            {
                public Device(IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { }
            }

            public enum Op : uint { Start, Stop }

            [KernelStruct("work")]
            public partial struct Work { public Op Op; public uint Count; }

            [IoctlGroup('x')]
            public static partial class Calls
            {
                [Ioctl(IoctlMacro.IO, 1), Preset(nameof(Work.Op), Op.Stop)]
                public static void Stop(this Device device, in Work work)
                {
                }
            }
        }
        """);

    [Fact]
    public Task Generated_code_is_skipped() => Rule.IsSilent(
        "// <auto-generated/>\n" + User("device.Stop(new Work { Op = Op.Start });"));

    private static Task Flags(string body, string? message = null) => Rule.Flags(RuleIds.ArgumentContradictsPreset, User(body), message);

    private static Task IsSilent(string body) => Rule.IsSilent(User(body));

    private static string User(string body) => $$"""
        {{Declarations}}

        public static class User
        {
            public static void Run(Device device)
            {
        {{body}}
            }
        }
        """;
}

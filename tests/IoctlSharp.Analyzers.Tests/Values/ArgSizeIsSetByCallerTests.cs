using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class ArgSizeIsSetByCallerTests
{
    [Fact]
    public Task In_an_initializer() => Rule.Flags(
        RuleIds.ArgSizeIsSetByCaller,
        """
        [KernelStruct("sizedx")] public partial struct SizedX { [ArgSize] public uint Argsz; public uint Value; }
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial void Send(this Device device, in SizedX sized); }
        public static class Driver { public static void Run(Device device) => device.Send(new SizedX { [|Argsz = 8|], Value = 1 }); }
        """,
        "'SizedX.Argsz' is set by 'Send', and with a tail to more than the size of 'SizedX': remove the assignment");

    [Fact]
    public Task By_a_computation() => Rule.Flags(
        RuleIds.ArgSizeIsSetByCaller,
        """
        [KernelStruct("sizedx")] public partial struct SizedX { [ArgSize] public uint Argsz; public uint Value; }
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial void Send(this Device device, in SizedX sized); }
        public static class Driver { public static void Run(Device device) { SizedX sized = default; [|sized.Argsz = (uint)Unsafe.SizeOf<SizedX>()|]; device.Send(sized); } }
        """);

    [Fact]
    public Task Where_no_declared_call_takes_it() => Rule.IsSilent(
        """
        [KernelStruct("sizedx")] public partial struct SizedX { [ArgSize] public uint Argsz; public uint Value; }
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial void Send(this Device device, in SizedX sized); }
        public static class Driver { public static SizedX Make() => new() { Argsz = 8, Value = 1 }; public static void Run(Device device) => device.Send(Make()); }
        """);
}

using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class UnwantedAssignmentCodeFixTests
{
    [Fact]
    public Task Reserved_fields() => Fix.Makes<UnwantedAssignmentCodeFix>(
        RuleIds.ReservedFieldIsWritten,
        """
        [KernelStruct("padded")] public partial struct Padded { public uint Value; [Reserved] public uint Pad; [Reserved] public uint More; }
        public static class Driver
        {
            public static Padded Make() => new() { Value = 1, Pad = 2 };
            public static Padded Both() => new() { Pad = 2, Value = 1, More = 3 };
            public static void Clear(ref Padded padded)
            {
                padded.Value = 1;
                padded.Pad = 2;
                padded.Value = 3;
            }
        }
        """,
        """
        [KernelStruct("padded")] public partial struct Padded { public uint Value; [Reserved] public uint Pad; [Reserved] public uint More; }
        public static class Driver
        {
            public static Padded Make() => new() { Value = 1 };
            public static Padded Both() => new() { Value = 1 };
            public static void Clear(ref Padded padded)
            {
                padded.Value = 1;
                padded.Value = 3;
            }
        }
        """);

    [Fact]
    public Task Size_fields() => Fix.Makes<UnwantedAssignmentCodeFix>(
        RuleIds.ArgSizeIsSetByCaller,
        """
        [KernelStruct("request")] public partial struct Request { [ArgSize] public uint Size; public uint Value; }
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial void Send(this Device device, in Request request); }
        public static class Driver { public static void Run(Device device) => device.Send(new Request { Size = 8, Value = 1 }); }
        """,
        """
        [KernelStruct("request")] public partial struct Request { [ArgSize] public uint Size; public uint Value; }
        [IoctlGroup('x')] public static partial class Calls { [Ioctl(IoctlMacro.IO, 1)] public static partial void Send(this Device device, in Request request); }
        public static class Driver { public static void Run(Device device) => device.Send(new Request { Value = 1 }); }
        """);

    [Fact]
    public Task What_else_happens_is_kept() => Fix.IsNotOffered<UnwantedAssignmentCodeFix>(
        RuleIds.ReservedFieldIsWritten,
        """
        [KernelStruct("padded")] public partial struct Padded { public uint Value; [Reserved] public uint Pad; }
        public static class Driver { public static uint Run(ref Padded padded) => padded.Value = padded.Pad = 2; }
        """);

    [Fact]
    public Task Bits_and_elements() => Fix.Makes<UnwantedAssignmentCodeFix>(
        RuleIds.ReservedFieldIsWritten,
        """
        [KernelStruct("query")] public unsafe partial struct Query { public uint Id; [Reserved] public uint Reserved; [Reserved] public fixed uint Pad[4]; }
        internal static unsafe class Driver
        {
            public static Query A()
            {
                Query query = new() { Id = 1 };
                query.Reserved |= 1;
                query.Pad[0] = 2;
                return query;
            }
        }
        """,
        """
        [KernelStruct("query")] public unsafe partial struct Query { public uint Id; [Reserved] public uint Reserved; [Reserved] public fixed uint Pad[4]; }
        internal static unsafe class Driver
        {
            public static Query A()
            {
                Query query = new() { Id = 1 };
                return query;
            }
        }
        """);
}

using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Lifetime;

public sealed class AddressOutlivesItsPinTests
{
    [Fact]
    public Task Used_behind_fixed() => Rule.Flags(
        RuleIds.AddressOutlivesItsPin,
        """
        [KernelStruct("transfer")] public partial struct Transfer { public UserPointer Data; public uint Length; [Reserved] private uint _pad; }
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Send(this Device device, in Transfer transfer);
            public static unsafe void A(Device device, byte[] bytes)
            {
                Transfer transfer = default;
                fixed (byte* pointer = bytes)
                    transfer.Data = [|(UserPointer)pointer|];
                device.Send(transfer);
            }
        }
        """,
        "'Data' keeps the address of 'bytes' after its 'fixed' ends, when the garbage collector may move it: make the call inside of 'fixed', or use memory that stays");

    [Fact]
    public Task Through_a_local() => Rule.Flags(
        RuleIds.AddressOutlivesItsPin,
        """
        [KernelStruct("transfer")] public partial struct Transfer { public UserPointer Data; public uint Length; [Reserved] private uint _pad; }
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Send(this Device device, in Transfer transfer);
            public static unsafe Transfer A(byte[] bytes)
            {
                Transfer transfer = default;
                fixed (byte* pointer = &bytes[0])
                {
                    void* start = pointer + 4;
                    transfer.Data = [|(UserPointer)start|];
                }
                return transfer;
            }
        }
        """);

    [Fact]
    public Task Used_inside_only() => Rule.IsSilent(
        """
        [KernelStruct("transfer")] public partial struct Transfer { public UserPointer Data; public uint Length; [Reserved] private uint _pad; }
        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IOW, 1)] public static partial void Send(this Device device, in Transfer transfer);
            public static unsafe void A(Device device, byte[] bytes)
            {
                Transfer transfer = default;
                fixed (byte* pointer = bytes)
                {
                    transfer.Data = (UserPointer)pointer;
                    device.Send(transfer);
                    Transfer inner = new() { Data = (UserPointer)pointer };
                    device.Send(inner);
                }
                transfer = default;
            }
            public static unsafe void B(Device device, DmaBuffer buffer, void* any)
            {
                Transfer transfer = new() { Data = buffer.Address };
                device.Send(transfer);
                transfer.Data = (UserPointer)any;
                device.Send(transfer);
            }
        }
        """);
}

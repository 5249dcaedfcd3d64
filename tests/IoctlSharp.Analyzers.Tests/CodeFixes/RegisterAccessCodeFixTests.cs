using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class RegisterAccessCodeFixTests
{
    [Fact]
    public Task Reads_and_writes() => Fix.Makes<RegisterAccessCodeFix>(
        RuleIds.RegisterAccessMayBeNarrowed,
        """
        using System.Threading;
        internal static unsafe class Driver
        {
            private const int Doorbell = 0x20;
            public static uint A(MappedRegion region, uint at) => *(uint*)region.Address.Value + *(ushort*)(region.Address.Value + 4) + Volatile.Read(ref *(ushort*)(region.Address.Value + at));
            public static void B(MappedRegion region, ulong value)
            {
                *(ulong*)(region.Address.Value + Doorbell) = value;
                Volatile.Write(ref *(uint*)(region.Address.Value + 8), (uint)value);
            }
            public static bool C(MappedRegion region)
            {
                byte* bytes = (byte*)region.Address.Value;
                uint* words = (uint*)region.Address.Value;
                words[2] = 1;
                return (Volatile.Read(ref *(uint*)(bytes + 4)) & 1) != 0 && words[3] != 0;
            }
        }
        """,
        """
        using System.Threading;
        internal static unsafe class Driver
        {
            private const int Doorbell = 0x20;
            public static uint A(MappedRegion region, uint at) => region.Read32(0) + region.Read16(4) + region.Read16(at);
            public static void B(MappedRegion region, ulong value)
            {
                region.Write64(Doorbell, value);
                region.Write32(8, (uint)value);
            }
            public static bool C(MappedRegion region)
            {
                byte* bytes = (byte*)region.Address.Value;
                uint* words = (uint*)region.Address.Value;
                region.Write32(0x8, 1);
                return (region.Read32(4) & 1) != 0 && region.Read32(0xc) != 0;
            }
        }
        """);

    [Fact]
    public Task What_has_no_accessor() => Fix.IsNotOffered<RegisterAccessCodeFix>(
        RuleIds.RegisterAccessMayBeNarrowed,
        """
        using System.Threading;
        internal static unsafe class Driver
        {
            internal struct Registers { public uint Control; public uint Status; }
            public static uint A(MappedRegion region) => ((Registers*)region.Address.Value)->Status;
            public static void B(MappedRegion region) => *(uint*)region.Address.Value |= 1;
            public static uint C(MappedRegion region) { ref uint word = ref *(uint*)region.Address.Value; return word; }
            public static uint D(MappedRegion region, int at) { uint* words = (uint*)region.Address.Value; return words[at]; }
            public static int E(MappedRegion region) => *(int*)region.Address.Value;
            public static uint F(MappedRegion region) => Interlocked.Increment(ref *(uint*)region.Address.Value);
        }
        """);
}

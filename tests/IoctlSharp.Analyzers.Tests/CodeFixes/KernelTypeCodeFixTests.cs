using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class KernelTypeCodeFixTests
{
    [Fact]
    public Task A_nested_struct_once_for_two_fields() => Fix.Makes<KernelTypeCodeFix>(
        RuleIds.FieldTypeIsNotKernelStruct,
        """
        /// <summary>From here to there.</summary>
        public struct IovaRange { public ulong Start, End; }

        [KernelStruct("ranges")]
        public partial struct Ranges { public IovaRange First; public IovaRange Second; }
        """,
        """
        /// <summary>From here to there.</summary>
        [KernelStruct("iova_range")] public partial struct IovaRange { public ulong Start, End; }

        [KernelStruct("ranges")]
        public partial struct Ranges { public IovaRange First; public IovaRange Second; }
        """,
        "Put [KernelStruct(\"iova_range\")] on 'IovaRange'");

    [Fact]
    public Task What_a_call_takes() => Fix.Makes<KernelTypeCodeFix>(
        RuleIds.ArgumentTypeIsNotKernelStruct,
        """
        public struct Reply { public uint Value; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Reply))] public static partial void Set(this Device device);
        }
        """,
        """
        [KernelStruct("reply")] public partial struct Reply { public uint Value; }

        [IoctlGroup('x')]
        public static partial class Calls
        {
            [Ioctl(IoctlMacro.IO, 1, Argument = typeof(Reply))] public static partial void Set(this Device device);
        }
        """);

    [Fact]
    public Task A_generic_struct() => Fix.IsNotOffered<KernelTypeCodeFix>(
        RuleIds.FieldTypeIsNotKernelStruct,
        """
        public struct Pair<T> { public T First, Second; }

        [KernelStruct("s")] public partial struct S { public Pair<uint> Value; }
        """);
}

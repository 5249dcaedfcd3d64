using System;
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Tests.Driving;
using Shouldly;
using Xunit;

namespace IoctlSharp.Generator.Tests;

/// <summary>Whatever names a user has, emitted code means what it says.</summary>
public sealed class HygieneTests
{
    private const string Group = """
        [global::IoctlSharp.KernelConstants("KIND_")] public enum Kind : uint { One = 1 }
        [global::IoctlSharp.KernelStruct("pair"), global::IoctlSharp.Tail("items", typeof(int))] public unsafe partial struct Pair
        {
            [global::IoctlSharp.ArgSize] private uint _argsz;
            public Kind Kind;
            public fixed byte Text[8];
            [global::IoctlSharp.Alias("Second")] public uint First;
            [global::IoctlSharp.TailCount] private uint _count;
        }
        [global::IoctlSharp.KernelStruct("answer")] public partial struct Answer { [global::IoctlSharp.ArgSize] private uint _argsz; public uint Index; }
        [global::IoctlSharp.IoctlGroup('x')] public static partial class Calls
        {
            [global::IoctlSharp.Ioctl(global::IoctlSharp.IoctlMacro.IOW, 1, Name = "X_SET"), global::IoctlSharp.FailsWith(global::IoctlSharp.Errno.EBUSY, "busy")] public static partial void Set(global::System.Runtime.InteropServices.SafeHandle device, in Pair pair, [global::IoctlSharp.Tail] global::System.ReadOnlySpan<int> items);
            [global::IoctlSharp.Ioctl(global::IoctlSharp.IoctlMacro.IO, 2, Name = "X_TRY")] public static partial global::IoctlSharp.Errno Try(global::System.Runtime.InteropServices.SafeHandle device, [global::IoctlSharp.CString] string text, [global::IoctlSharp.ReturnValue] out int value);
            [global::IoctlSharp.Ioctl(global::IoctlSharp.IoctlMacro.IO, 3, Name = "X_ASK"), global::IoctlSharp.AskAgain] public static partial global::IoctlSharp.KernelBuffer<Answer> Ask(int fd);
        }
        """;

    public static IEnumerable<TheoryDataRow<string>> Names => new[]
    {
        "System", "Span", "ReadOnlySpan", "Errno", "Ioctl", "IoctlSharp", "Interop", "IoctlCall", "Runtime", "SafeHandle", "String", "Int32", "CallBuffer", "KernelText", "nameofs", "ArgumentException",
    }.Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_type_beside_the_declarations_may_have_any_name(string name)
        => Compiles($"namespace Demo {{ public class {name} {{ }} {Group} }}");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_namespace_within_the_users_may_have_any_name(string name)
        => Compiles($"namespace Demo.{name} {{ public class Something {{ }} }} namespace Demo {{ {Group} }}");

    [Fact]
    public void A_field_may_have_the_name_of_the_emitted_text()
        => Compiles("""
            #pragma warning disable CS0108
            [global::IoctlSharp.KernelStruct("s")] public partial struct S { public uint ToString; }
            """);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_containing_type_may_have_any_name(string name)
        => Compiles($"namespace Demo {{ public static partial class {name} {{ {Group} }} }}");

    [Theory]
    [InlineData("argument")]
    [InlineData("result")]
    [InlineData("fd")]
    [InlineData("buffer")]
    [InlineData("handle")]
    [InlineData("text")]
    [InlineData("fieldFd")]
    [InlineData("argumentFd")]
    [InlineData("handles")]
    [InlineData("element")]
    [InlineData("Commands")]
    [InlineData("System")]
    [InlineData("global")]
    [InlineData("@class")]
    [InlineData("@int")]
    [InlineData("value")]
    [InlineData("await")]
    [InlineData("_")]
    [InlineData("MeaningOf_X_SET")]
    public void A_parameter_may_have_any_name(string name) => Compiles($$"""
        namespace Demo
        {
            public sealed class Device : global::IoctlSharp.DeviceHandle { public Device(global::System.IntPtr fd, bool ownsHandle) : base(fd, ownsHandle) { } }
            [global::IoctlSharp.KernelStruct("pair"), global::IoctlSharp.Tail("items", typeof(int))] public partial struct Pair { [global::IoctlSharp.ArgSize] private uint _argsz; public int Fd; [global::IoctlSharp.TailCount] private uint _count; }
            [global::IoctlSharp.KernelStruct("answer")] public partial struct Answer { [global::IoctlSharp.ArgSize] private uint _argsz; public uint Index; }
            [global::IoctlSharp.IoctlGroup('x')] public static partial class Calls
            {
                [global::IoctlSharp.Ioctl(global::IoctlSharp.IoctlMacro.IOW, 1, Name = "X_SET"), global::IoctlSharp.FailsWith(global::IoctlSharp.Errno.EBUSY, "busy")] public static partial void First(global::System.Runtime.InteropServices.SafeHandle {{name}}, in Pair p2, [global::IoctlSharp.Field("Fd")] global::System.Runtime.InteropServices.SafeHandle? p3);
                [global::IoctlSharp.Ioctl(global::IoctlSharp.IoctlMacro.IOW, 1, Name = "X_SET")] public static partial void Struct(global::System.Runtime.InteropServices.SafeHandle p1, in Pair {{name}}, [global::IoctlSharp.Tail] global::System.ReadOnlySpan<global::System.Runtime.InteropServices.SafeHandle> p3);
                [global::IoctlSharp.Ioctl(global::IoctlSharp.IoctlMacro.IOW, 1, Name = "X_SET")] public static partial global::IoctlSharp.Errno Tail(global::System.Runtime.InteropServices.SafeHandle p1, ref Pair p2, [global::IoctlSharp.Tail] global::System.ReadOnlySpan<global::System.Runtime.InteropServices.SafeHandle?> {{name}});
                [global::IoctlSharp.Ioctl(global::IoctlSharp.IoctlMacro.IOW, 1, Name = "X_SET")] public static partial void Writable(int p1, in Pair p2, [global::IoctlSharp.Tail] global::System.Span<int> {{name}});
                [global::IoctlSharp.Ioctl(global::IoctlSharp.IoctlMacro.IO, 2, Name = "X_TEXT")] public static partial Device Text(global::System.Runtime.InteropServices.SafeHandle p1, [global::IoctlSharp.CString] string {{name}});
                [global::IoctlSharp.Ioctl(global::IoctlSharp.IoctlMacro.IO, 3, Name = "X_TRY")] public static partial global::IoctlSharp.Errno Try(global::System.Runtime.InteropServices.SafeHandle p1, [global::IoctlSharp.CString] string p2, out Device {{name}});
                [global::IoctlSharp.Ioctl(global::IoctlSharp.IoctlMacro.IO, 4, Name = "X_VALUE")] public static partial global::IoctlSharp.Errno Value(global::System.Runtime.InteropServices.SafeHandle p1, global::System.Runtime.InteropServices.SafeHandle p2, [global::IoctlSharp.ReturnValue] out int {{name}});
                [global::IoctlSharp.Ioctl(global::IoctlSharp.IoctlMacro.IOR, 5, Name = "X_BITS")] public static partial int Bit(int p1, [global::IoctlSharp.Number] byte {{name}}, global::System.Span<byte> p3);
                [global::IoctlSharp.Ioctl(global::IoctlSharp.IoctlMacro.IO, 6, Name = "X_ASK", Retry = true), global::IoctlSharp.AskAgain] public static partial global::IoctlSharp.KernelBuffer<Answer> Ask(int {{name}});
                [global::IoctlSharp.Ioctl(global::IoctlSharp.IoctlMacro.IO, 6, Name = "X_ASK"), global::IoctlSharp.AskAgain] public static partial global::IoctlSharp.Errno TryAsk(int p1, out global::IoctlSharp.KernelBuffer<Answer> {{name}});
            }
        }
        """);

    [Theory]
    [InlineData("@class")]
    [InlineData("value")]
    [InlineData("index")]
    [InlineData("source")]
    [InlineData("destination")]
    [InlineData("@this")]
    [InlineData("global")]
    [InlineData("System")]
    [InlineData("word")]
    [InlineData("@field")]
    [InlineData("_value")]
    public void A_field_may_have_any_name(string name) => Compiles($$"""
        namespace Demo
        {
            [global::IoctlSharp.KernelStruct("plain")] public partial struct Plain { [global::IoctlSharp.Alias("Second")] public uint {{name}}; }
            [global::IoctlSharp.KernelStruct("words")] public partial struct Words { [global::IoctlSharp.Bits("Low", 4), global::IoctlSharp.Bits("High", 4)] private byte {{name}}; }
            [global::IoctlSharp.KernelStruct("arrays")] public unsafe partial struct Arrays { private fixed byte {{name}}[8]; }
            [global::IoctlSharp.KernelStruct("texts")] public unsafe partial struct Texts { [global::IoctlSharp.CString] private fixed byte {{name}}[8]; }
            [global::IoctlSharp.IoctlGroup('x')] public static partial class Calls
            {
                [global::IoctlSharp.Ioctl(global::IoctlSharp.IoctlMacro.IOW, 1, Name = "X_SET", Argument = typeof(Plain))] public static partial void Set(int fd, [global::IoctlSharp.Field(nameof(Plain.{{name}}))] uint p);
            }
        }
        """);

    [Theory]
    [InlineData("Commands")]
    [InlineData("@class")]
    [InlineData("Equals")]
    [InlineData("ToString")]
    [InlineData("GetType")]
    [InlineData("Set")]
    [InlineData("System")]
    public void A_command_may_have_any_name_or_none_is_emitted(string name)
    {
        string source = $"namespace Demo {{ [global::IoctlSharp.IoctlGroup('x')] public static partial class Calls {{ [global::IoctlSharp.Ioctl(global::IoctlSharp.IoctlMacro.IO, 1, Name = \"{name.TrimStart('@')}\")] public static partial void Set(int fd); }} }}";
        GeneratorRun run = GeneratorRun.Of(TestTarget.Net8, source);
        run.Diagnostics.ShouldBeEmpty();
        run.Complaints.Select(complaint => complaint.Id).Except(["CS0619"]).ShouldBeEmpty("the one complaint is that nothing came");
    }

    [Fact]
    public void Types_that_differ_in_case_only_have_files_of_their_own()
        => Compiles($"namespace Demo {{ [global::IoctlSharp.KernelStruct(\"a\")] public partial struct Pair {{ public uint First; }} [global::IoctlSharp.KernelStruct(\"b\")] public partial struct PAIR {{ public uint First; }} }}");

    private static void Compiles(string source)
    {
        foreach (TestTarget target in TestTarget.All)
            GeneratorRun.Of(target, source).ShouldBeWell().Sources.ShouldNotBeEmpty();
    }
}

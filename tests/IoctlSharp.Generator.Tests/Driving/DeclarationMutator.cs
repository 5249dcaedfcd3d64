using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IoctlSharp.Generator.Tests.Driving;

/// <summary>Makes half-typed and nonsensical code of valid declarations.</summary>
public sealed class DeclarationMutator(Random random, IReadOnlyList<string> seeds)
{
    private static readonly string[] s_types =
    [
        "bool", "char", "string", "object", "decimal", "int?", "uint[]", "void*", "int*", "delegate*<void>", "nint", "Unknown", "Demo.DemoIoctls", "dynamic", "(int, int)", "System.Span<int>", "System.Span<>", "T",
        "System.Collections.Generic.List<int>", "KernelBuffer<int>", "KernelBuffer<Unknown>", "System.Runtime.InteropServices.SafeHandle", "DemoRange", "DemoSet", "Outer", "Errno", "void", "",
    ];

    private static readonly string[] s_modifiers = ["static", "partial", "readonly", "ref", "out", "in", "const", "unsafe", "abstract", "virtual", "file", "required", "async", "extern", "params", "scoped", "this", "record", "volatile", "fixed"];

    private static readonly string[] s_attributes =
    [
        "[KernelStruct]", "[KernelStruct(null)]", "[KernelStruct(\"\")]", "[KernelStruct(\"x\", Packed = 1)]", "[KernelUnion]", "[ArgSize]", "[TailCount]", "[Tail]", "[Tail(null, null)]", "[Tail(\"x\", typeof(void))]", "[Bits(\"X\", -1)]",
        "[Bits(null, int.MaxValue)]", "[Bits(\"x y\", 3, Type = typeof(string))]", "[Aligned(3)]", "[Aligned(int.MinValue)]", "[Alias(\"\")]", "[Alias(null)]", "[CString]", "[Reserved]", "[Union]", "[CapabilityOffset(Flags = \"Nope\", Flag = \"x\")]",
        "[Ioctl]", "[Ioctl(IoctlMacro.IOW)]", "[Ioctl((IoctlMacro)77, 300, Name = \"a b\")]", "[Ioctl(IoctlMacro.IOW, 1, Argument = typeof(int), MacroType = typeof(Unknown))]", "[Ioctl(Number = 0)]", "[IoctlGroup]", "[IoctlGroup('\\0', Base = 255)]",
        "[IoctlGroup(\"text\")]", "[Field(null)]", "[Field(\"Nope\", Length = \"Nope\")]", "[return: Field(\"Nope\")]", "[Preset(null, null)]", "[Preset(\"Flags\", \"text\")]", "[Preset(\"Flags\", new[] { 1 })]", "[AskAgain]", "[AskAgain((Errno)(-5), Count = \"\", Array = \"x\", Element = typeof(void))]",
        "[ReturnValue]", "[Number]", "[FailsWith(Errno.EBUSY, null)]", "[KernelConstants(null)]", "[KernelConstants(\"\")]", "[CName(null)]", "[System.Runtime.InteropServices.StructLayout((System.Runtime.InteropServices.LayoutKind)9, Size = -5, Pack = 3)]",
        "[System.Runtime.CompilerServices.InlineArray(-1)]", "[Ioctl(IoctlMacro.IO, 1, Argument = typeof(DemoSet), Tail = typeof(DemoState))]", "[Ioctl(IoctlMacro.IO, 1, Argument = typeof(DemoSet), Tail = typeof(DemoSet))]",
        "[Ioctl(IoctlMacro.IO, 1, Tail = typeof(Unknown[]))]", "[Field(\"Flags..Value\", Of = typeof(DemoSet))]", "[Field(\"Fd\", Of = typeof(Unknown))]", "[Preset(\".\", 1, Of = null)]", "[return: Field(\"Fd\", Of = typeof(DemoState))]",
    ];

    private static readonly string[] s_shapes =
    [
        "[KernelStruct(\"cycle\")] public partial struct Cycle { public Cycle Again; }",
        "[KernelStruct(\"a\")] public partial struct A { public B Other; } [KernelStruct(\"b\")] public partial struct B { public A Other; }",
        "[KernelStruct(\"tail_cycle\"), Tail(\"x\", typeof(TailCycle))] public partial struct TailCycle { public uint X; }",
        "[KernelStruct(\"parts\")] public partial struct Parts { public uint X; } public partial struct Parts { public uint Y; }",
        "[KernelStruct(\"generic\")] public partial struct Generic<T> where T : unmanaged { public T X; }",
        "[System.Runtime.CompilerServices.InlineArray(1000000000)] public struct Huge { private ulong _first; } [KernelStruct(\"huge\")] public partial struct UsesHuge { public Huge A; public Huge B; }",
        "[KernelStruct(\"twice\")] [KernelUnion(\"twice\")] public partial record struct Twice(int X);",
        "[KernelStruct(\"same\")] public partial struct Same { } [KernelStruct(\"same\")] public partial struct Same { }",
        "[IoctlGroup('x')] public static partial class Dup { [Ioctl(IoctlMacro.IO, 1)] public static partial void M(int fd); [Ioctl(IoctlMacro.IO, 1)] public static partial void M(int fd); [Ioctl(IoctlMacro.IO, 2)] public static partial void M(int a, int a); }",
        "[IoctlGroup('x')] public static partial class Empty { [Ioctl(IoctlMacro.IO, 1)] public static partial void (int fd); [Ioctl(IoctlMacro.IO, 1)] static partial",
        "[KernelConstants(\"X_\")] public enum Wide : ulong { A = ulong.MaxValue, B = A, C = Nope, }",
    ];

    public string Next()
    {
        string text = seeds[random.Next(seeds.Count)];
        for (int count = random.Next(1, 5); count > 0; count--)
            text = Mutate(text);
        return text;
    }

    private string Mutate(string text)
    {
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTokens()];
        if (tokens.Length < 2)
            return text;
        SyntaxToken token = tokens[random.Next(tokens.Length)];
        SyntaxToken other = tokens[random.Next(tokens.Length)];
        return random.Next(11) switch
        {
            0 or 1 => Replace(text, token, ""),
            2 => Replace(text, token, other.Text),
            3 => Replace(text, token, token.Text + " " + token.Text),
            4 => text.Substring(0, token.Span.End),
            5 => ReplaceType(text, tokens),
            6 => Insert(text, tokens, Any(s_attributes), after: false),
            7 => Insert(text, tokens, Any(s_modifiers), after: true),
            8 => Duplicate(text, token, other),
            9 => AddShape(text),
            _ => Replace(text, token, token.IsKind(SyntaxKind.NumericLiteralToken) ? Any(["0", "-1", "256", "2147483648", "99999999999999999999", "0x", "1.5"]) : Any(["@", "\0", "\"", "/*", "#if", "}", "{", "<", "é"])),
        };
    }

    private string ReplaceType(string text, SyntaxToken[] tokens)
    {
        SyntaxToken[] types = [.. tokens.Where(token => token.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.TypeSyntax)];
        return types.Length == 0 ? text : Replace(text, types[random.Next(types.Length)], Any(s_types));
    }

    private string Insert(string text, SyntaxToken[] tokens, string what, bool after)
    {
        SyntaxToken[] places = [.. tokens.Where(token => token.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.OpenBracketToken or SyntaxKind.IntKeyword)];
        if (places.Length == 0)
            return text;
        SyntaxToken place = places[random.Next(places.Length)];
        return text.Insert(after ? place.Span.End : place.SpanStart, $" {what} ");
    }

    private static string Duplicate(string text, SyntaxToken first, SyntaxToken second)
    {
        int start = Math.Min(first.SpanStart, second.SpanStart);
        int end = Math.Max(first.Span.End, second.Span.End);
        return text.Insert(end, " " + text.Substring(start, Math.Min(end - start, 2000)));
    }

    private string AddShape(string text)
    {
        int end = text.LastIndexOf('}');
        return end < 0 ? text + Any(s_shapes) : text.Insert(end, Any(s_shapes));
    }

    private string Any(string[] choices) => choices[random.Next(choices.Length)];

    private static string Replace(string text, SyntaxToken token, string with) => text.Substring(0, token.SpanStart) + with + text.Substring(token.Span.End);
}

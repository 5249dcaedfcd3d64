using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IoctlSharp.Analyzers.Tests.Fuzz;

/// <summary>Does to declarations what typing does to them: tokens missing, doubled and swapped, wrong types, odd modifiers, members twice, cycles, ends cut off.</summary>
internal sealed class DeclarationMutator(Random random)
{
    private static readonly string[] s_types =
    [
        "bool", "char", "string", "object", "decimal", "double", "void", "int", "uint", "ulong", "nint", "byte", "int?", "int[]", "void*", "dynamic",
        "(int, int)", "Missing", "Span<byte>", "ReadOnlySpan<int>", "ReadOnlySpan<Device>", "Span<Plain>", "ReadOnlySpan<Missing>", "KernelBuffer<Plain>",
        "KernelBuffer<Listed>", "KernelBuffer<int>", "Plain", "Sized", "Listed", "Device", "DeviceHandle", "UserPointer", "Bit", "Errno", "DateTime", "delegate*<void>", "List<>", "T",
    ];

    private static readonly string[] s_modifiers =
    [
        "partial", "static", "readonly", "ref", "unsafe", "file", "public", "private", "internal", "extern", "async", "const", "volatile", "fixed", "out", "in", "params", "scoped", "this",
        "required", "new", "sealed", "abstract", "virtual", "record",
    ];

    private static readonly string[] s_attributes =
    [
        "[ArgSize]", "[Reserved]", "[TailCount]", "[Bits(\"A\", 3)]", "[Bits(\"\", 0)]", "[Bits(null, -1)]", "[Alias(\"\")]", "[Alias(null)]", "[Aligned(0)]", "[Aligned(-8)]", "[Union]",
        "[Union(Discriminator = null)]", "[CapabilityOffset(Flags = \"Flags\")]", "[CString]", "[Tail]", "[Tail(null, null)]", "[Tail(\"x\", typeof(void))]", "[Field(null)]", "[Field(\"Value\")]",
        "[Field(\"Address\", Length = \"Value\")]", "[Field(\"Address\", ByteLength = \"Value\", ElementSize = \"Small\")]", "[FixedLength(-1)]", "[MinimumLength(null)]", "[BitPerPage(\"Value\", \"value\")]", "[Number]", "[ReturnValue]", "[Preset(\"Flags\", null)]", "[Preset(null, 1)]", "[AskAgain]", "[AskAgain(Errno.ENOSPC, Count = \"_count\")]",
        "[AskAgain(Count = null, Array = \"Address\", Element = typeof(void))]", "[FailsWith(Errno.EBUSY, null)]", "[FailsWith((Errno)(-1), \"x\")]", "[Ioctl]", "[Ioctl(IoctlMacro.IOR, 255)]",
        "[Ioctl((IoctlMacro)77, 1, Name = null)]", "[Ioctl(Number = 0x5401)]", "[Ioctl(IoctlMacro.IOW, 1, Argument = typeof(int), MacroType = null)]", "[IoctlGroup]", "[IoctlGroup('é', Base = 255)]",
        "[KernelStruct(null)]", "[KernelStruct]", "[KernelStruct(\"s\", Anonymous = true)]", "[KernelStruct(\"s\", Packed = true)]", "[KernelUnion]", "[KernelConstants(null)]", "[KernelConstants(\"X_\")]", "[StructLayout((LayoutKind)9)]",
        "[StructLayout(LayoutKind.Explicit, Size = -1, Pack = 3)]", "[FieldOffset(-4)]", "[InlineArray(0)]", "[InlineArray(1000000)]", "[CName(null)]", "[ArgSize(", "[return: Field(\"Value\")]",
        "[ValidWhen(null, null)]", "[ValidWhen(\"Flags\", Bit.One)]", "[ZeroWhen(\"Value\", 1)]", "[ExactlyOne(null)]", "[ExactlyOne(Bit.One | Bit.Two)]", "[AtLeastOne(typeof(int))]",
        "[Excludes(Bit.One, Bit.Two, Unless = null)]", "[Requires(new[] { 1 }, \"x\")]", "[PageAligned]", "[AlignedTo(-1)]", "[PowerOfTwo]", "[NonZero(Unless = Bit.Two)]", "[NonZero(Unless = null)]",
        "[Refused]", "[Refused(null)]", "[Refused(Bit.One, null)]", "[Refused(typeof(int))]", "[TailWhen(null)]", "[TailWhen(Bit.One)]", "[AlignedTo((string)null)]", "[AlignedTo(\"Value\", When = null)]",
        "[PowerOfTwo(When = Bit.One)]", "[NonZero(When = null)]", "[Range(1, 2, When = Bit.One)]", "[After(\"Get\", Group = null)]", "[After(\"Get\", Group = typeof(Calls))]",
        "[Range(long.MaxValue, long.MinValue)]", "[DmaMemory]", "[CallMemory]", "[MustRead]", "[return: MustRead]", "[OwnedFd]", "[After(null)]", "[After(\"Get\", null)]", "[After(\"Get\", Bit.One)]",
        "[Since(null)]", "[Since(\"6.8\")]", "[Arm(null)]", "[Arm(Bit.One)]", "[Alias(\"X\", When = null)]",
        "[Ioctl(IoctlMacro.IO, 1, Argument = typeof(Listed), Tail = typeof(Plain))]", "[Ioctl(IoctlMacro.IO, 1, Argument = typeof(Listed), Tail = typeof(Listed))]",
        "[Ioctl(IoctlMacro.IO, 1, Tail = typeof(void))]", "[Field(\"Value.\", Of = typeof(int[]))]", "[Field(\"Fd\", Of = typeof(Plain))]", "[Preset(\"..\", 1, Of = null)]", "[return: Field(\"Fd\", Of = typeof(Listed))]",
    ];

    /// <summary>Applies one to four mutations.</summary>
    public string Mutate(string source)
    {
        for (int i = random.Next(1, 5); i > 0; i--)
            source = Once(source);
        return source;
    }

    private string Once(string source)
    {
        CompilationUnitSyntax root = SyntaxFactory.ParseCompilationUnit(source, options: new CSharpParseOptions(LanguageVersion.Preview));
        List<SyntaxToken> tokens = root.DescendantTokens().Where(token => token.Span.Length > 0).ToList();
        if (tokens.Count == 0)
            return source + " partial struct";
        SyntaxToken token = Pick(tokens);
        return random.Next(12) switch
        {
            0 => Replace(source, token.Span, ""),
            1 => Replace(source, token.Span, $"{token} {token}"),
            2 => Replace(source, token.Span, Pick(tokens).ToString()),
            3 => Replace(source, token.Span, $"{Pick(s_modifiers)} {token}"),
            4 or 5 => Nodes<TypeSyntax>(root) is { Count: > 0 } types ? Replace(source, Pick(types).Span, Pick(s_types)) : source,
            6 or 7 => Nodes<MemberDeclarationSyntax>(root) is { Count: > 0 } members ? Replace(source, new TextSpan(Pick(members).SpanStart, 0), Pick(s_attributes) + " ") : source,
            8 => Nodes<ParameterSyntax>(root) is { Count: > 0 } parameters ? Replace(source, new TextSpan(Pick(parameters).SpanStart, 0), Pick(s_attributes) + " ") : source,
            9 => Nodes<MemberDeclarationSyntax>(root) is { Count: > 0 } members && Pick(members) is var member ? Replace(source, new TextSpan(member.Span.End, 0), " " + member) : source,
            10 => Cycle(source, root),
            _ => source[..random.Next(source.Length)],
        };
    }

    // A field of a type of the source: sooner or later the type itself, or one that holds it.
    private string Cycle(string source, CompilationUnitSyntax root)
    {
        List<FieldDeclarationSyntax> fields = Nodes<FieldDeclarationSyntax>(root);
        List<StructDeclarationSyntax> structs = Nodes<StructDeclarationSyntax>(root);
        return fields.Count == 0 || structs.Count == 0 ? source : Replace(source, Pick(fields).Declaration.Type.Span, Pick(structs).Identifier.ValueText);
    }

    private static List<TNode> Nodes<TNode>(SyntaxNode root) => root.DescendantNodes().OfType<TNode>().ToList();

    private static string Replace(string source, TextSpan span, string text) => source[..span.Start] + text + source[span.End..];

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}

using System;
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IoctlSharp.Generator.Reading;

/// <summary>Reads the command of a method: its C name, its number, and what its errors mean.</summary>
public sealed class CommandReader(AttributeData group, DiagnosticSink? sink)
{
    private static readonly string[] s_numbers = ["Number", "NumberOnPowerPC", "NumberOnMips", "NumberOnSparc"];

    /// <param name="method">The method.</param>
    /// <param name="argument">The C type of its argument; null when there is none.</param>
    /// <param name="hasRunTimeSize">The argument's length is known only when the call is made.</param>
    public CommandModel? Read(IMethodSymbol method, CType? argument, bool hasRunTimeSize)
    {
        AttributeData ioctl = method.Find("IoctlAttribute")!;
        string name = ioctl.Named<string>("Name") ?? ThrowingName(method, ioctl) ?? CNameEngine.Constant("", method.Name);
        if (!IsNameable(name))
            return Fault(DeclarationFault.CommandNameIsNotIdentifier, method, ioctl, name);

        string header = group.Named<string>("Header") ?? "";
        EquatableArray<MeaningModel> meanings = Meanings(method);
        if (ioctl.IsHalfTyped() || group.IsHalfTyped())
            return null;
        if (ioctl.ConstructorArguments.IsEmpty)
            return Legacy(method, ioctl, name, header, meanings);
        if (s_numbers.FirstOrDefault(ioctl.HasNamed) is { } second)
            return Fault(DeclarationFault.CommandHasTwoNumbers, method, ioctl, second);
        if (group.ConstructorArguments.IsEmpty)
            return Fault(DeclarationFault.CommandNeedsGroupType, method, ioctl);

        byte groupBase = group.Named<byte>("Base");
        byte nr = ioctl.Argument<byte>(1);
        if (groupBase + nr > byte.MaxValue)
            return Fault(DeclarationFault.CommandNumberOverflows, method, ioctl, (groupBase + nr).ToString());

        IoctlMacro macro = (IoctlMacro)ioctl.Argument<int>(0);
        if (macro is < IoctlMacro.IO or > IoctlMacro.IOWR)
            return Fault(DeclarationFault.MacroIsUnknown, method, ioctl, ((int)macro).ToString());
        if (!ReadSize(method, ioctl, macro, argument, hasRunTimeSize, out CType? size))
            return null;

        return new CommandModel(name, header, SinceReader.Read(method), macro, GroupType(), groupBase, nr, size, Legacy: null, meanings);
    }

    // TryReset is the command of Reset, which has the same number of the same kind of file, and throws.
    private static string? ThrowingName(IMethodSymbol method, AttributeData ioctl)
        => method.Name.Length > 3 && method.Name.StartsWith("Try", StringComparison.Ordinal) && method.ReturnType.IsOurs(KnownNames.Errno)
            && method.ContainingType.GetMembers(method.Name.Substring(3)).OfType<IMethodSymbol>()
                .Select(other => (Method: other, Ioctl: other.Find("IoctlAttribute")))
                .FirstOrDefault(other => other.Ioctl is not null && HasSameFile(method, other.Method) && HasSameNumber(ioctl, other.Ioctl)) is { Ioctl: { } throwing } found
            ? throwing.Named<string>("Name") ?? CNameEngine.Constant("", found.Method.Name)
            : null;

    private static bool HasSameFile(IMethodSymbol left, IMethodSymbol right)
        => SymbolEqualityComparer.Default.Equals(left.Parameters.FirstOrDefault()?.Type, right.Parameters.FirstOrDefault()?.Type);

    private static bool HasSameNumber(AttributeData left, AttributeData right)
        => left.ConstructorArguments.Select(argument => argument.Value).SequenceEqual(right.ConstructorArguments.Select(argument => argument.Value))
            && s_numbers.All(number => Equals(left.NamedConstant(number).Value, right.NamedConstant(number).Value));

    // It becomes a property of Commands, whose own name and whose members from object no header defines.
    private static bool IsNameable(string name)
        => SyntaxFacts.IsValidIdentifier(name)
            && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None
            && name is not ("Commands" or "Equals" or "Finalize" or "GetHashCode" or "GetType" or "MemberwiseClone" or "ReferenceEquals" or "ToString");

    private byte GroupType() => group.ConstructorArguments[0].Value switch
    {
        char type => unchecked((byte)type),
        byte type => type,
        _ => 0,
    };

    private bool ReadSize(IMethodSymbol method, AttributeData ioctl, IoctlMacro macro, CType? argument, bool hasRunTimeSize, out CType? size)
    {
        size = null;
        if (macro == IoctlMacro.IO)
        {
            if (ioctl.HasNamed("MacroType"))
                Fault(DeclarationFault.MacroTakesNoType, method, ioctl);
            return true;
        }

        if (ioctl.NamedConstant("MacroType").Kind == TypedConstantKind.Type)
        {
            ITypeSymbol? stated = ioctl.Named<ITypeSymbol>("MacroType");
            size = stated is null ? null : new ShapeReader(null, default).TypeOf(stated);
            if (size is null && (stated is null || !ShapeReader.IsStructOfSource(stated)))
                Fault(DeclarationFault.MacroTypeIsNotFixedWidth, method, ioctl, stated?.ToDisplayString() ?? "null");
        }
        else
        {
            size = argument;
            if (size is null && hasRunTimeSize)
                return true;
            if (size is null)
                Fault(DeclarationFault.MacroNeedsType, method, ioctl, macro.ToString());
        }

        if (size is null)
            return false;
        if (IsEncodable(size))
            return true;
        Fault(DeclarationFault.ArgumentIsTooLargeForNumber, method, ioctl, macro.ToString());
        return false;
    }

    // The size field has 14 bits; powerpc's and mips' 13 are checked where the number is made.
    private static bool IsEncodable(CType size)
        => CLayoutEngine.Compute(new CStruct("", IsUnion: false, Packed: false, 0, new EquatableArray<CField>([new CField("value", size)]), Tail: null), DataModel.Lp64).Size < 1 << 14;

    private CommandModel? Legacy(IMethodSymbol method, AttributeData ioctl, string name, string header, EquatableArray<MeaningModel> meanings)
    {
        uint number = ioctl.Named<uint>("Number");
        if (number == 0)
            return Fault(DeclarationFault.CommandHasNoNumber, method, ioctl);

        uint On(string key) => ioctl.HasNamed(key) ? ioctl.Named<uint>(key) : number;
        if (ioctl.HasNamed("MacroType"))
            Fault(DeclarationFault.MacroTakesNoType, method, ioctl);
        string[] missing = TerminalNumberEngine.Differing(number).Where(key => !ioctl.HasNamed(key)).ToArray();
        if (missing.Length > 0)
            Fault(DeclarationFault.LegacyNumberIsNotPortable, method, ioctl, "0x" + number.ToString("X"), string.Join(", ", missing));
        LegacyNumberModel legacy = new(number, On("NumberOnPowerPC"), On("NumberOnMips"), On("NumberOnSparc"));
        return new CommandModel(name, header, SinceReader.Read(method), IoctlMacro.IO, 0, 0, 0, SizeType: null, legacy, meanings);
    }

    private EquatableArray<MeaningModel> Meanings(IMethodSymbol method)
    {
        List<MeaningModel> meanings = [];
        HashSet<string> seen = [];
        foreach (AttributeData failure in method.FindAll(KnownNames.FailsWith))
        {
            if (failure.ConstructorArguments.Length == 2
                && ErrnoName(failure.ConstructorArguments[0]) is { } error
                && failure.Argument<string>(1) is { Length: > 0 } text
                && seen.Add(error))
                meanings.Add(new MeaningModel(error, text));
            else if (!failure.IsHalfTyped() && failure.ConstructorArguments.All(argument => argument.Kind != TypedConstantKind.Error))
                sink?.Report(DeclarationFault.MeaningIsUnusable, failure.Place(method), method.Name);
        }

        return meanings;
    }

    /// <summary>The name of an <c>Errno</c> constant; null when it is none.</summary>
    public static string? ErrnoName(TypedConstant constant)
        => constant.Kind == TypedConstantKind.Enum && constant.Type.IsOurs(KnownNames.Errno)
            ? constant.Type!.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => member.HasConstantValue && Equals(member.ConstantValue, constant.Value))?.Name
            : null;

    private CommandModel? Fault(DeclarationFault fault, IMethodSymbol method, AttributeData ioctl, params string[] rest)
    {
        sink?.Report(fault, ioctl.Place(method), [method.Name, .. rest]);
        return null;
    }
}
